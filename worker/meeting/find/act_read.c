#include "annotate/look.h"
#include "meeting/find/agenda.h"
#include "meeting/find/attribution.h"
#include "meeting/find/caller.h"
#include "meeting/find/find.h"
#include "meeting/find/governor.h"
#include "meeting/find/object.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"
#include "meeting/find/sitting.h"
#include "meeting/find/travel.h"
#include "meeting/resolve/group.h"

/* Who does what a verb of meeting tells, to whom and with whom. */

static const uint64_t OBJECTS = GOVERNOR_NONE | TYPE(TO);

bool act_is_house(const struct finder *finder, const struct party *party)
{
    const uint32_t begin = party->name_begin;
    return party->type == PARTY_COUNTRY && party->name_end > begin &&
           (look_at(finder->document, begin, LEXICON_INSTITUTION) ||
            look_at(finder->document, begin, LEXICON_ORGHEAD));
}

bool act_is_several(const struct finder *finder, uint32_t chunk)
{
    if (clause_is(&finder->clause, chunk, TYPE(PLURAL_PRONOUN)) ||
        clause_joined(&finder->clause, chunk) || told_of_group(finder, chunk))
        return true;
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return false;
    const struct party_list *list = party_members(clause_chunk(&finder->clause, chunk)->of);
    return list->count > 1 || list->at[0]->plural || list->at[0]->type == PARTY_GROUP ||
           list->at[0]->type == PARTY_ORGANIZATION || act_is_house(finder, list->at[0]);
}

/* Parties told one by one: "A et B ont discuté à C". */
static bool is_list(const struct finder *finder, uint32_t chunk)
{
    return clause_is(&finder->clause, chunk, TYPE(PARTY)) &&
           (party_members(clause_chunk(&finder->clause, chunk)->of)->count > 1 ||
            clause_joined(&finder->clause, chunk));
}

/* Such a list, or people of rank: "les chefs de la diplomatie ont débattu lundi". */
static bool is_gathered(const struct finder *finder, uint32_t chunk)
{
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    const bool ranked = (party->type == PARTY_GROUP || party->plural) && party->rank != RANK_NONE &&
                        party->rank != RANK_MILITARY;
    return is_list(finder, chunk) || ranked;
}

/* "The two men": those told before. */
static bool are_two(const struct finder *finder, uint32_t chunk)
{
    return clause_is(&finder->clause, chunk, TYPE(PARTY)) &&
           party_is_pair(finder->document,
                         party_members(clause_chunk(&finder->clause, chunk)->of)->at[0]);
}

static bool is_party(const struct finder *finder, uint32_t chunk)
{
    return chunk != CLAUSE_NONE &&
           clause_is(&finder->clause, chunk, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN));
}

/* "devant l'arrivée de 300 saisonniers": it tells itself who comes, and that is no party. */
static bool is_of_others(const struct finder *finder, const struct act *act)
{
    return act->verb->tense == TENSE_PP &&
           document_is(finder->document, clause_chunk(&finder->clause, act->index)->end,
                       CLASS(OF)) &&
           !clause_is(&finder->clause, act->index + 1, TYPE(PARTY)) &&
           !clause_is(&finder->clause, act->index + 2, TYPE(PARTY));
}

/* Who travels: somebody known, not "orders" or "tourists". */
static bool is_visitor(const struct finder *finder, uint32_t chunk)
{
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return true;
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    const bool known = document_is(finder->document, party->begin, CLASS(DETERMINER)) &&
                       !document_is(finder->document, party->begin, CLASS(OF));
    const bool of_body = /* "des syndicats" */
        look_within(finder->document, party->begin, party->end, ANNOTATION_ORG) ||
        (party->plural && look_at(finder->document, party->name_begin, LEXICON_ORGNOUN));
    return !party->weak && (party->type != PARTY_GROUP || party->delegation || known || of_body ||
                            party->rank != RANK_NONE); /* "a reçu les partenaires sociaux" */
}

/* "l'accord que A et B ont négocié": what they did it to is told before them. */
static bool has_thing_before(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    const uint32_t that = act->subject - 1;
    if (act->subject == CLAUSE_NONE || act->subject == 0 ||
        !clause_is(clause, that, TYPE(RELATIVE) | TYPE(SUBORDINATOR)))
        return false;
    const uint32_t token = clause_chunk(clause, that)->begin;
    const uint64_t articles = CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(DEMONSTRATIVE);
    const bool noun = token > finder->sentence->begin + 1 &&
                      document_is(finder->document, token - 2, articles) &&
                      look_flag(finder->document, token - 1, TOKEN_WORD);
    const bool told = that > 0 && clause_chunk(clause, that - 1)->end == token &&
                      clause_is(clause, that - 1, TYPE(VERB) | TYPE(NOUN) | TYPE(PARTY));
    return noun && !told && document_is(finder->document, token, CLASS(RELATIVE)) &&
           document_is(finder->document, token, CLASS(SUBORDINATOR));
}

/* "discussed trade", "discussed how to end it": whether a word that tells what about stands behind
 * the verb. */
static bool has_subject_matter(const struct finder *finder, uint32_t verb)
{
    const struct document *document = finder->document;
    const uint64_t others = CLASS(AT) | CLASS(TO) | CLASS(BY) | CLASS(FROM) | CLASS(AND);
    uint32_t t = clause_chunk(&finder->clause, verb)->end;
    while (t < finder->sentence->end && document_is(document, t, CLASS(ADVERB)))
        t++;
    return t < finder->sentence->end && look_flag(document, t, TOKEN_WORD) &&
           !document_is(document, t, others) && !look_at(document, t, ANNOTATION_DATE) &&
           !look_at(document, t, LEXICON_WITH);
}

/* "Presidents A and B discussed the border": each of them known, and what about. */
static bool is_conferring(const struct finder *finder, const struct act *act)
{
    if (!(is_list(finder, act->subject) || are_two(finder, act->subject)) ||
        (act->verb->tense != TENSE_PAST && act->verb->tense != TENSE_FUT) || act->verb->passive ||
        act->lexeme->mode != MODE_UNKNOWN || !has_subject_matter(finder, act->index))
        return false;
    if (are_two(finder, act->subject))
        return true;
    const struct party_list *list = party_members(clause_chunk(&finder->clause, act->subject)->of);
    for (unsigned i = 0; i < list->count; i++) {
        const struct party *party = list->at[i];
        if (party->type != PARTY_PERSON || party->weak ||
            (party->rank == RANK_NONE && !party->figure && !party->honorific))
            return false;
    }
    return true;
}

/* "les images de l'arrivée du président": who comes by a participle that is a noun, or CLAUSE_NONE.
 */
static uint32_t comer_of(const struct finder *finder, const struct act *act)
{
    const struct chunk *verb = clause_chunk(&finder->clause, act->index);
    const uint32_t comer = act->index + 1 + clause_is(&finder->clause, act->index + 1, TYPE(OF));
    return act->frame == FRAME_VISIT && act->verb->tense == TENSE_PP &&
                   verb->begin > finder->sentence->begin &&
                   document_is(finder->document, verb->begin - 1, CLASS(DETERMINER)) &&
                   clause_is(&finder->clause, comer, TYPE(PARTY)) &&
                   (clause_governor(&finder->clause, comer) & TYPE(OF))
               ? comer
               : CLAUSE_NONE;
}

/* "meeting A, B flew home", "Après avoir rencontré A, B", "Having met A, B", "En visite à Lima pour
 * rencontrer A, B": whether who does it is told elsewhere. */
static bool is_hung(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    const uint32_t before = act->index > 1 && clause_is(clause, 1, TYPE(OF)) ? 2 : 1;
    const struct annotation *having =
        look_at(finder->document, clause_chunk(clause, act->index)->begin, LEXICON_AUX);
    const bool aims = act->verb->tense == TENSE_INF && act->index > 0 &&
                      clause_is(clause, act->index - 1, TYPE(ABOUT)) &&
                      clause_governing_verb(clause, act->index) == CLAUSE_NONE;
    return aims || act->verb->tense == TENSE_GER || act->verb->tense == TENSE_PERF ||
           (having && having->tag == TAG_GER) ||
           (act->index == before && clause_is(clause, 0, TYPE(FOLLOWING)) &&
            !clause_finite(clause, act->index));
}

/* Who does it: told before the verb, behind it or where its clause hangs; or CLAUSE_NONE. */
static uint32_t doer_of(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    uint32_t subject = visitor_now(finder, act->index);
    subject = subject == CLAUSE_NONE ? clause_subject(clause, act->index) : subject;
    if (subject != CLAUSE_NONE && clause_is(clause, subject, TYPE(NOUN)))
        subject = CLAUSE_NONE;
    if (subject == CLAUSE_NONE && act->index == (act->verb->passive ? clause_opening(clause) : 0) &&
        (act->verb->tense == TENSE_PP || act->verb->tense == TENSE_PAST || act->verb->passive) &&
        (act->frame == FRAME_JOINT || act->frame == FRAME_VISIT || act->verb->passive))
        /* "Réunis à X, les ministres", "Reçu par X, le ministre", "Lundi seront reçus A et B" */
        subject = clause_after(clause, act->index,
                               TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN), GOVERNOR_NONE);
    if (subject == CLAUSE_NONE && act->index == 0 && act->verb->passive)
        subject = past_colon(finder, 0); /* "Seront reçus lundi : A et B" */
    if (subject == CLAUSE_NONE && clause_finite(clause, act->index) &&
        (act->verb->reflexive || act_of_place(finder, act->index)))
        /* "À X se réuniront mardi les ministres", "C'est à X qu'est venu Y" */
        subject = clause_after(clause, act->index, TYPE(PARTY), GOVERNOR_NONE);
    if (subject == CLAUSE_NONE && is_hung(finder, act))
        subject = act_actor_behind(finder, act->index);
    if (subject == CLAUSE_NONE && act->verb->tense == TENSE_GER)
        subject = act_actor_before(finder, act->index);
    return subject;
}

bool act_is_visited(const struct finder *finder, const struct act *act)
{
    const uint32_t host = act->index + 1;
    if (act->lexeme->official || act->lexeme->frame != FRAME_VISIT || act->verb->passive ||
        !clause_is(&finder->clause, host, TYPE(PARTY)) ||
        clause_governor(&finder->clause, host) != 0)
        return false;
    const struct chunk *chunk = clause_chunk(&finder->clause, host);
    return party_members(chunk->of)->at[0]->rank != RANK_NONE &&
           !look_clitic(finder->document, chunk->end);
}

/* "s'est rendu lundi chez le ministre": on whom somebody calls behind verb and day; or NONE. */
static uint32_t called_on(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    uint32_t host = act->index + 1;
    while (clause_is(clause, host, TYPE(DATE) | TYPE(TIME) | TYPE(COMMA)))
        host++;
    host++;
    if (act_is_visited(finder, act))
        host = act->index + 1;
    else if (!clause_is(clause, host - 1, TYPE(AT)) || /* "au chevet du ministre" */
             look_at(finder->document, clause_chunk(clause, host - 1)->begin, LEXICON_FALSEFRIEND))
        return CLAUSE_NONE;
    if (act->frame != FRAME_VISIT || !clause_is(clause, host, TYPE(PARTY)))
        return CLAUSE_NONE;
    const struct party *party = party_members(clause_chunk(clause, host)->of)->at[0];
    return party->type == PARTY_PERSON && !party->weak && !party->plural ? host : CLAUSE_NONE;
}

/* The frame by what the verb has around it: "the ministers met", "A met with B". */
static void settle_frame(const struct finder *finder, struct act *act)
{
    if (act->verb->reflexive && (act->frame == FRAME_OBJECT || act->frame == FRAME_CALL) &&
        !act_is_suffered(finder, act))
        act->frame = FRAME_JOINT;
    if (act->frame == FRAME_OBJECT && act->object == CLAUSE_NONE && act->with == CLAUSE_NONE &&
        !act->verb->passive && act_is_several(finder, act->subject) &&
        !has_thing(finder, act->index))
        act->frame = FRAME_JOINT;
    const bool told = clause_is(&finder->clause, 0, TYPE(DATE)) || /* "Lundi, A et B ont discuté" */
                      act_goes_on(finder, act->index, TYPE(PLACE) | TYPE(DATE));
    const bool together = act->lexeme->reflexive || act->lexeme->mode == MODE_PHONE ||
                          act->lexeme->mode == MODE_VIDEO;
    if (act->frame == FRAME_WITH && act->with == CLAUSE_NONE && !has_thing_before(finder, act) &&
        (is_conferring(finder, act) ||
         (told && are_two(finder, act->subject) && act->verb->tense == TENSE_PAST) ||
         (told && is_gathered(finder, act->subject) && /* no "members examined it on Monday" */
          (act->lexeme->frame != FRAME_TOPIC || is_list(finder, act->subject))) ||
         (together && act_is_several(finder, act->subject))))
        act->frame = FRAME_JOINT;
    if (act->frame == FRAME_JOINT && act->with != CLAUSE_NONE)
        act->frame = FRAME_WITH;
    if (act->frame == FRAME_OBJECT && act->object == CLAUSE_NONE && act->with != CLAUSE_NONE)
        act->frame = FRAME_WITH;
}

void act_read(const struct finder *finder, struct act *act)
{
    const struct clause *clause = &finder->clause;
    act->subject = doer_of(finder, act);
    const uint32_t first = act_actor_first(finder, act->index, act->subject);
    act->first = first != CLAUSE_NONE;
    act->subject = act->first ? first : act->subject;
    if (act->subject == CLAUSE_NONE && opens_quote(finder, act->index))
        act->subject = quote_speaker(finder, act->index);
    act->owned = act->subject == CLAUSE_NONE &&
                 (line_lacks_subject(finder, act->index) || opens_quote(finder, act->index));
    if (act_is_timed(finder, act))
        act->subject = clause_subject(clause, clause_governing_verb(clause, act->index));
    const uint32_t doer = governor_doer(finder, act->index, act->frame == FRAME_VISIT);
    act->subject = doer == CLAUSE_NONE ? act->subject : doer;
    if (comer_of(finder, act) != CLAUSE_NONE)
        act->subject = comer_of(finder, act);
    const uint64_t objects = /* "reçoit une lettre au roi B" */
        act->lexeme->frame == FRAME_HOST ? GOVERNOR_NONE : OBJECTS;
    act->object = object_of(finder, act->index, objects | act_goes_to(act));
    if (act->object == act->subject) /* "Calling the club a relic, A said" */
        act->object = CLAUSE_NONE;
    act->with = act_other_side(finder, act);
    act->subject = act_sitter_meant(finder, act);
    act->agent = clause_after(clause, act->index, TYPE(PARTY), TYPE(BY));
    act->between = clause_after(clause, act->index, TYPE(PARTY), TYPE(BETWEEN));
    act_relative(finder, act);
    const uint32_t some = act_some(finder, act);
    if (some != CLAUSE_NONE)
        *(act->frame == FRAME_WITH ? &act->with : &act->object) = some;
    act->objective = act_is_objective(finder, act);
    if (act->objective) {
        act->object = CLAUSE_NONE;
        return;
    }
    if (act->frame == FRAME_VISIT || !act_is_several(finder, act->between))
        act->between = CLAUSE_NONE; /* "Talks are due in Lima between A and B" */
    settle_frame(finder, act);
    if (called_on(finder, act) != CLAUSE_NONE) {
        act->object = called_on(finder, act);
        act->frame = FRAME_OBJECT;
    }
}

/* "à Riga | pour deux jours": whether the time that it lasts stands behind the chunk. */
static bool is_for_days(const struct finder *finder, uint32_t place)
{
    const uint32_t token = clause_chunk(&finder->clause, place)->end;
    if (token + 2 >= finder->sentence->end || !document_is(finder->document, token, CLASS(ABOUT)))
        return false;
    const struct annotation *number = look_at(finder->document, token + 1, LEXICON_NUMBER);
    return look_at(finder->document, token + 1, ANNOTATION_DURATION) ||
           ((number || look_flag(finder->document, token + 1, TOKEN_NUMBER)) &&
            look_at(finder->document, number ? number->end : token + 2, LEXICON_UNIT));
}

/* "sera à Riga", "est actuellement à Riga", "était à Riga lundi", "est à Riga pour deux jours", "…
 * avec B": the place right behind, and now, to come, on a day, for days or with somebody. */
static bool is_stay(const struct finder *finder, const struct act *act)
{
    enum { WORDS_ALONE = 2 }; /* "est à" */
    const struct chunk *verb = clause_chunk(&finder->clause, act->index);
    const bool comes = act->verb->tense == TENSE_INF &&
                       !look_at(finder->document, act->verb->word->begin, LEXICON_AUX);
    return (clause_is(&finder->clause, act->index + 1, TYPE(PLACE)) || act_state(finder, act)) &&
           (act->verb->tense == TENSE_FUT || comes || verb->end - verb->begin > WORDS_ALONE ||
            act_goes_on(finder, act->index, TYPE(DATE) | TYPE(ACCOMPANIED)) ||
            is_for_days(finder, act->index + 1));
}

/* "a évoqué la pêche avec B": he speaks with a person; "a évoqué ses relations avec B" tells of
 * whom he speaks. */
static bool is_spoken_with(const struct finder *finder, const struct act *act)
{
    const struct party *party = party_members(clause_chunk(&finder->clause, act->with)->of)->at[0];
    for (uint32_t t = clause_chunk(&finder->clause, act->index)->end; t < party->begin; t++) {
        if (document_is(finder->document, t, CLASS(POSSESSIVE)))
            return false;
    }
    return party->type == PARTY_PERSON && !party->weak && !act->verb->passive;
}

/* Whether the verb has the parties that its frame asks for. */
bool act_complete(const struct finder *finder, const struct act *act)
{
    const bool subject = act->owned || is_party(finder, act->subject);
    if (act->verb->passive && act->between != CLAUSE_NONE)
        return true; /* "ont été discutées entre A et B" */
    if (act->objective)
        return subject;
    switch (act->frame) {
    case FRAME_JOINT:
        return act_is_several(finder, act->subject) || act_sits_again(finder, act);
    case FRAME_WITH:
        if (act->lexeme->frame == FRAME_TOPIC && act->with != CLAUSE_NONE &&
            !is_spoken_with(finder, act))
            return false;
        return act->with != CLAUSE_NONE && (subject || !clause_finite(&finder->clause, act->index));
    case FRAME_VISIT:
        if (act->lexeme->frame == FRAME_STAY && !is_stay(finder, act))
            return false;
        return subject && is_visitor(finder, act->subject) && !is_of_others(finder, act) &&
               (act_is_bound(finder, act) || act_state(finder, act)) &&
               !(act->lexeme->frame == FRAME_ARRIVE && brings_something(finder, act->index));
    case FRAME_HOST:
        if (act->verb->passive) /* "accueilli par des huées" */
            return subject && is_visitor(finder, act->subject) &&
                   (act->agent != CLAUSE_NONE ||
                    !clause_is(&finder->clause, act->index + 1, TYPE(BY)));
        return subject && act->object != CLAUSE_NONE && is_visitor(finder, act->object) &&
               !is_decoration(finder, act->object);
    case FRAME_INVITE:
        return act_bids(finder, act);
    case FRAME_SEND:
        return act_sends(finder, act) && act_is_bound(finder, act);
    case FRAME_CALL:
        if (act->verb->passive && act->agent == CLAUSE_NONE)
            return false; /* "was called to testify" */
        if (act->lexeme->mode == MODE_PHONE && act_calls_noun(finder, act->index))
            return false; /* "called a meeting of the council", "called the talks useful" */
        if (act_only_names(finder, act))
            return false;
        if (act->lexeme->mode != MODE_PHONE && !act->verb->passive && !act_calls(finder, act))
            return false;
        return (subject && act->object != CLAUSE_NONE) || act->with != CLAUSE_NONE;
    case FRAME_OBJECT:
        if (act->verb->passive)
            return subject && act->agent != CLAUSE_NONE;
        if (act_is_visited(finder, act) &&
            (!subject || act->subject == act->object || !is_visitor(finder, act->subject)))
            return false; /* "a reporter visited the minister" */
        return act->object != CLAUSE_NONE || act->with != CLAUSE_NONE;
    default:
        return false;
    }
}
