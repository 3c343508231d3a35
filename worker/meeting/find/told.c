#include "annotate/look.h"
#include "meeting/find/act.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"

/* Who a group is, told one by one behind it: "several ministers, including A and B". */

/* Whether the list begins with somebody's name. One of two words that nobody knows is one too
 * where some of officials are told, or others beside it are people. */
static bool begins_with_name(const struct party_list *list, bool some, bool officials)
{
    const struct party *first = list->at[0];
    bool people = officials;
    for (unsigned i = 1; i < list->count; i++)
        people |= list->at[i]->type == PARTY_PERSON && !list->at[i]->weak;
    const uint32_t words = first->name_end - first->name_begin;
    return first->type == PARTY_PERSON && words > 0 &&
           (!first->weak || (some && people && words > 1));
}

/* The first of several people with names, or of several states, told at index; one of the people is
 * enough behind "dont"; or CLAUSE_NONE. */
static uint32_t names_at(const struct finder *finder, uint32_t index, bool some, bool officials)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, index, TYPE(PARTY)) || clause_is(clause, index + 1, TYPE(VERB)))
        return CLAUSE_NONE;
    const struct party_list *list = party_members(clause_chunk(clause, index)->of);
    const bool several = some || list->count > 1 || clause_is(clause, index - 1, TYPE(RELATIVE)) ||
                         next_in_row(finder, index) != CLAUSE_NONE;
    const struct party *first = list->at[0];
    const bool among = first->type == PARTY_COUNTRY && list->count > 1 && /* "dont A et B" */
                       (some || clause_is(clause, index - 1, TYPE(RELATIVE)));
    return among || (several && begins_with_name(list, some, officials)) ? index : CLAUSE_NONE;
}

/* ", dont", "including": whether what stands before the chunk at index tells some of a group. */
static bool tells_some(const struct finder *finder, uint32_t group, uint32_t index)
{
    const uint64_t including = CLASS(INCLUDING);
    if (!clause_is(&finder->clause, index, TYPE(PARTY)))
        return false;
    for (uint32_t t = clause_chunk(&finder->clause, group)->end;
         t < clause_chunk(&finder->clause, index)->begin; t++) {
        if (document_is(finder->document, t, including))
            return true;
    }
    return false;
}

/* Behind what tells whose a group is: "ministres du gouvernement sortant". */
static uint32_t behind_owner(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    uint32_t behind = chunk + 1;
    for (;;) {
        if (clause_is(clause, behind, TYPE(OF)))
            behind += 1 + clause_is(clause, behind + 1, TYPE(PARTY) | TYPE(PLACE));
        else if (clause_is(clause, behind, TYPE(PARTY)) &&
                 clause_governor(clause, behind) == TYPE(OF))
            behind++; /* "du gouvernement" */
        else
            return behind;
    }
}

/* "ministers | in Lima on Monday, on the sidelines of the forum, | including A", "à commencer par
 * A": behind when, where and beside what the group is met. */
static uint32_t behind_setting(const struct finder *finder, uint32_t chunk)
{
    enum { SETTING_MAX = 9 };
    const struct clause *clause = &finder->clause;
    const uint64_t including = CLASS(INCLUDING);
    uint32_t i = chunk;
    for (; i < chunk + SETTING_MAX && i < clause->chunks.count; i++) {
        const bool beside =
            (clause_is(clause, i, TYPE(NOUN)) && (clause_governor(clause, i) & TYPE(SIDELINE))) ||
            document_is(finder->document, clause_chunk(clause, i)->begin, including);
        if (!beside && clause_is(clause, i, TYPE(PARTY) | TYPE(VERB) | TYPE(NOUN) | TYPE(STOP)) &&
            !clause_is(clause, i + 1, TYPE(PLACE)))
            break;
    }
    return i;
}

/* "ministers | attended the meeting in Lima, | including A": behind what the group is told to have
 * been at too. */
static uint32_t behind_attended(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    const uint32_t verb = behind_setting(finder, chunk);
    if (finder_sense(finder, verb) != SENSE_ATTEND)
        return verb;
    uint32_t noun = verb + 1;
    while (clause_is(clause, noun, TYPE(AT) | TYPE(POSSESSIVE) | TYPE(SEQUENCE)))
        noun++;
    return clause_is(clause, noun, TYPE(NOUN)) ? behind_setting(finder, noun + 1) : verb;
}

/* Whether somebody is told by name at the PARTY chunk, or several bodies or states are: "les
 * syndicats : CGT et FO". */
static bool tells_names(const struct finder *finder, uint32_t index)
{
    const struct party_list *list = party_members(clause_chunk(&finder->clause, index)->of);
    const struct party *first = list->at[0];
    return !first->weak &&
           (first->type == PARTY_PERSON || (first->type != PARTY_GROUP && list->count > 1));
}

/* "plusieurs ministres (A, B et C)": whether they are told by name at the chunk behind a bracket.
 */
static bool is_bracketed(const struct finder *finder, uint32_t index)
{
    if (!clause_is(&finder->clause, index, TYPE(PARTY)))
        return false;
    const uint32_t begin = clause_chunk(&finder->clause, index)->begin;
    return look_mark(finder->document, begin - 1, '(') && tells_names(finder, index);
}

/* "les membres de la délégation : A, B et C", "ses homologues, à savoir le ministre A et B". */
uint32_t told_behind(const struct finder *finder, uint32_t chunk)
{
    enum { ASIDE_MAX = 3 }; /* ", en l'occurrence,", ", dont" */
    const struct clause *clause = &finder->clause;
    const struct party_list *list = party_members(clause_chunk(clause, chunk)->of);
    const struct party *last = list->at[list->count - 1]; /* "X and other ministers, including" */
    const struct party *party = last->type == PARTY_GROUP ? last : list->at[0];
    const bool untold = party->name_end == party->name_begin && party->type == PARTY_PERSON;
    if (party->type != PARTY_GROUP && !party->plural && !party->delegation && !untold)
        return CLAUSE_NONE;
    const uint32_t owned = behind_owner(finder, chunk);
    if (is_bracketed(finder, owned))
        return owned;
    const uint32_t some = behind_attended(finder, owned);
    if (tells_some(finder, chunk, some))
        return names_at(finder, some, true,
                        party->rank != RANK_NONE && party->rank != RANK_EXECUTIVE);
    uint32_t behind = chunk + 1;
    const bool comma = clause_is(clause, behind, TYPE(COMMA));
    while (comma && clause_is(clause, behind, TYPE(COMMA) | TYPE(AT) | TYPE(RELATIVE)) &&
           behind <= chunk + ASIDE_MAX)
        behind++;
    if (comma)
        return untold || party->type == PARTY_GROUP ? names_at(finder, behind, false, false)
                                                    : CLAUSE_NONE;
    behind = clause_is(clause, owned, TYPE(STOP)) ? owned : behind;
    if (clause_is(clause, some, TYPE(STOP)) &&
        look_mark(finder->document, clause_chunk(clause, some)->begin, ':'))
        behind = some; /* "met three leaders in Lima on Monday: A, B and C" */
    if (!clause_is(clause, behind, TYPE(STOP)) || !clause_is(clause, behind + 1, TYPE(PARTY)) ||
        (clause_is(clause, behind + 2, TYPE(VERB)) && clause_finite(clause, behind + 2)))
        return CLAUSE_NONE; /* "met reporters: A and B will sign" */
    return tells_names(finder, behind + 1) ? behind + 1 : CLAUSE_NONE;
}

/* "Leaders, including | B": the group of whom the party at the chunk is one, or CLAUSE_NONE. */
static uint32_t group_before(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = TYPE(COMMA) | TYPE(RELATIVE) | TYPE(AT) | TYPE(CAPACITY) |
                             TYPE(SUBORDINATOR) | TYPE(PLURAL_PRONOUN); /* "such as" */
    uint32_t whole = chunk;
    while (whole > 0 && clause_is(clause, whole - 1, between))
        whole--;
    return whole > 0 && clause_is(clause, whole - 1, TYPE(PARTY)) &&
                   tells_some(finder, whole - 1, chunk)
               ? whole - 1
               : CLAUSE_NONE;
}

bool told_of_group(const struct finder *finder, uint32_t chunk)
{
    return group_before(finder, chunk) != CLAUSE_NONE;
}

uint32_t told_before(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    const uint32_t whole = group_before(finder, chunk);
    if (whole == CLAUSE_NONE || whole + 1 >= chunk)
        return CLAUSE_NONE;
    const struct party_list *list = party_members(clause_chunk(clause, whole)->of);
    const struct party *first = list->at[0], *last = list->at[list->count - 1];
    return last != first && first->type == PARTY_PERSON && !first->weak && last->plural
               ? whole
               : CLAUSE_NONE;
}

/* "leaders whom she met in Oslo | included A": whether the verb at the chunk tells who they are. */
static bool tells_members(const struct finder *finder, uint32_t index)
{
    const struct annotation *words =
        clause_is(&finder->clause, index, TYPE(VERB))
            ? look_at(finder->document, clause_chunk(&finder->clause, index)->begin,
                      LEXICON_ACCOMPANIED)
            : NULL;
    return words && words->end == clause_chunk(&finder->clause, index)->end &&
           look_says(finder->document, words, STR("MEMBERS"));
}

uint32_t some_behind(const struct finder *finder, uint32_t verb)
{
    const uint32_t members = behind_setting(finder, verb + 1);
    if (tells_members(finder, members))
        return names_at(finder, members + 1, true, true);
    const uint32_t behind = verb + 1 + clause_is(&finder->clause, verb + 1, TYPE(COMMA));
    const uint32_t some = behind_setting(finder, behind);
    return tells_some(finder, verb, some) ? names_at(finder, some, true, false) : CLAUSE_NONE;
}

uint32_t act_members(const struct finder *finder, const struct act *act)
{
    const uint32_t met = act->with == CLAUSE_NONE ? act->object : act->with;
    if (met == CLAUSE_NONE || act->verb->passive)
        return CLAUSE_NONE;
    const uint32_t members = behind_setting(finder, met + 1);
    return tells_members(finder, members) ? names_at(finder, members + 1, true, true) : CLAUSE_NONE;
}

uint32_t act_some(const struct finder *finder, const struct act *act)
{
    const uint32_t whose = act->object == CLAUSE_NONE ? act->index : act->object;
    const bool owner = act->object != CLAUSE_NONE &&
                       look_clitic(finder->document, clause_chunk(&finder->clause, whose)->end);
    if (act->verb->passive || act->with != CLAUSE_NONE || act->between != CLAUSE_NONE ||
        (act->object != CLAUSE_NONE && !owner) ||
        (act->frame != FRAME_OBJECT && act->frame != FRAME_WITH && act->frame != FRAME_HOST))
        return CLAUSE_NONE;
    return some_behind(finder, whose);
}
