#include "meeting/find/vain.h"
#include "annotate/look.h"
#include "meeting/clause/titled.h"
#include "meeting/find/governor.h"
#include "meeting/find/predicate.h"
#include "meeting/label/phrase.h"
#include "meeting/mention/occasion.h"

/* What is told of a meeting that is none in particular, or none at all. */

/* "la possibilité d'une « réunion »", "unlikely to meet": a word shortly before says that it may
 * be. */
bool told_as_possible(const struct finder *finder, const struct mention *mention)
{
    enum { WORDS_BACK = 6 };
    const struct document *document = finder->document;
    const uint64_t possible = CLASS(POSSIBILITY);
    const uint32_t name = mention->label.name.begin, trigger = mention->trigger.begin;
    const uint32_t begin = name < trigger && mention->label.name.end > name ? name : trigger;
    if (mention->status == STATUS_DENIED) /* "ruled out the possibility of a summit" */
        return false;
    for (uint32_t t = begin; t-- > finder->sentence->begin && begin - t <= WORDS_BACK;) {
        if (document_is(document, t, possible))
            return true;
        const bool mark = look_flag(document, t, TOKEN_PUNCT) && !titled_mark(document, t);
        if (mark || look_at(document, t, ANNOTATION_VERB))
            return false;
    }
    return false;
}

/* Whether a phrase of that sort stands behind the verb, and before anything else happens. */
static bool has_behind(const struct finder *finder, uint32_t verb, struct str sort)
{
    const struct clause *clause = &finder->clause;
    const uint64_t stops = TYPE(VERB) | TYPE(STOP) | TYPE(RELATIVE) | TYPE(SUBORDINATOR);
    uint32_t end = finder->sentence->end;
    for (uint32_t i = verb + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, stops)) {
            end = clause_chunk(clause, i)->begin;
            break;
        }
    }
    for (uint32_t t = clause_chunk(clause, verb)->end; t <= end; t++) {
        const struct annotation *phrase = look_at(finder->document, t, LEXICON_FALSEFRIEND);
        if (phrase && str_equal(pack_column(finder->document->pack, phrase->value, 0), sort))
            return true;
    }
    return false;
}

/* Whether the clause tells a day behind the verb. */
static bool has_day_behind(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = verb + 1; i < clause->chunks.count; i++) {
        const struct date *date =
            clause_is(clause, i, TYPE(DATE)) ? clause_chunk(clause, i)->of->detail : NULL;
        if (date && (date->day || date->weekday))
            return true;
    }
    return false;
}

/* "was not the first to meet B": others met, and where they did is told elsewhere. */
static bool is_not_first(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    bool first = false;
    for (uint32_t i = verb; i-- > 0 && !clause_is(clause, i, TYPE(STOP) | TYPE(RELATIVE));) {
        const struct chunk *chunk = clause_chunk(clause, i);
        const uint32_t next = clause_chunk(clause, i + 1)->begin;
        const bool be = clause_is(clause, i, TYPE(VERB));
        const uint32_t begin = be ? chunk->end : chunk->begin;
        first |= look_within(finder->document, begin, next, LEXICON_ORDINAL) != NULL;
        if (be)
            return first && clause_verb(clause, i)->negative;
    }
    return false;
}

/* "se sont rencontrés à plusieurs reprises", "met three times", "agreed to meet regularly"; twice
 * on one day is one occasion. Nor is a match one. */
bool told_as_repeated(const struct finder *finder, uint32_t verb)
{
    const bool infinite = clause_verb(&finder->clause, verb)->tense == TENSE_INF;
    return (has_behind(finder, verb, STR("TIMES")) && !has_day_behind(finder, verb)) ||
           (infinite && has_behind(finder, verb, STR("GENERIC"))) ||
           (infinite && is_not_first(finder, verb)) ||
           has_behind(finder, verb, STR("SPORT")); /* "met B in the semi-final" */
}

bool told_only_if(const struct finder *finder, uint32_t verb)
{
    return clause_verb(&finder->clause, verb)->negative && has_behind(finder, verb, STR("ONLYIF"));
}

/* "will not take place unless", "n'aura pas lieu tant que". */
bool told_on_condition(const struct finder *finder, uint32_t verb)
{
    return has_behind(finder, verb, STR("UNLESS")) || told_only_if(finder, verb);
}

bool told_of_manner(const struct finder *finder, uint32_t verb)
{
    return has_behind(finder, verb, STR("MANNER"));
}

/* Whether the words at token say that what they govern is not so: "if", "instead of". */
static bool is_unreal(const struct finder *finder, uint32_t token, uint32_t end)
{
    const struct annotation *words = look_at(finder->document, token, LEXICON_FALSEFRIEND);
    return words && (end == 0 || words->end == end) &&
           look_says(finder->document, words, STR("UNREAL"));
}

bool told_instead(const struct finder *finder, uint32_t token)
{
    enum { WORDS_MIN = 2, WORDS_MAX = 3 };
    for (uint32_t back = WORDS_MIN; back <= WORDS_MAX; back++) {
        if (token >= finder->sentence->begin + back && is_unreal(finder, token - back, token))
            return true;
    }
    return false;
}

bool told_as_unreal(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const enum tense tense = clause_verb(clause, verb)->tense;
    if (told_instead(finder, clause_chunk(clause, verb)->begin))
        return true;
    if ((tense != TENSE_PAST && tense != TENSE_PRES) || has_day_behind(finder, verb))
        return false;
    for (uint32_t i = verb; i-- > 0;) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(RELATIVE) | TYPE(VERB)))
            return false;
        if (clause_is(clause, i, TYPE(SUBORDINATOR)))
            return is_unreal(finder, clause_chunk(clause, i)->begin, 0);
    }
    return false;
}

bool told_as_dropped(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const struct verb *plan = clause_verb(clause, verb);
    bool comma = false;
    if (!plan->bygone || plan->modality != MODALITY_DUE || plan->negative)
        return false;
    for (uint32_t i = verb + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(RELATIVE)))
            return false;
        comma |= clause_is(clause, i, TYPE(COMMA) | TYPE(AND));
        if (!clause_is(clause, i, TYPE(VERB)) || !clause_finite(clause, i))
            continue;
        const enum sense sense = finder_sense(finder, i);
        const bool refused =
            sense == SENSE_REFUSE && /* not "refused to comment" */
            !document_is(finder->document, clause_chunk(clause, i)->end, CLASS(TO));
        const bool off =
            sense == SENSE_MISS || sense == SENSE_BOYCOTT || sense == SENSE_CANCEL || refused;
        return comma && off && !clause_verb(clause, i)->negative &&
               !clause_is(clause, i + 1, TYPE(NOUN) | TYPE(PARTY));
    }
    return false;
}

/* "devait initialement rencontrer B": what was planned at first did not come about. */
static bool is_first_plan(const struct finder *finder, const struct act *act)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, act->index);
    const uint64_t former = pack_class(finder->document->pack, "former");
    bool first = false;
    for (uint32_t t = chunk->begin; t < chunk->end; t++)
        first |= document_is(finder->document, t, former);
    return first && act->verb->bygone && act->verb->modality == MODALITY_DUE;
}

bool told_as_missed(const struct finder *finder, const struct act *act)
{
    return (act->verb->negative && has_behind(finder, act->index, STR("PLANNED"))) ||
           is_first_plan(finder, act) || told_as_dropped(finder, act->index);
}

/* "welcomed foreign leaders to attend the expo": they are asked to come. */
static bool is_bidden(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    const uint32_t guest = act->index + 1;
    return act->lexeme->kind == KIND_VISIT && !act->verb->passive &&
           clause_is(clause, guest, TYPE(PARTY)) && clause_is(clause, guest + 1, TYPE(VERB)) &&
           clause_verb(clause, guest + 1)->tense == TENSE_INF &&
           finder_sense(finder, guest + 1) == SENSE_ATTEND;
}

bool told_as_return(const struct finder *finder, const struct act *act)
{
    return act->frame == FRAME_HOST &&
           (has_behind(finder, act->index, STR("HOME")) || is_bidden(finder, act));
}

/* "se sont rassemblés pour rendre hommage à B", "gathered to mourn B": nobody confers there. */
bool told_as_rite(const struct finder *finder, uint32_t verb)
{
    return has_behind(finder, verb, STR("RITE"));
}

/* "veulent continuer de négocier avec B", "urged both to return to the negotiating table": what is
 * to go on has no day. */
bool told_as_kept_up(const struct finder *finder, const struct act *act)
{
    struct governor governor;
    const bool back = act->lexeme->frame == FRAME_JOINT && act->lexeme->kind == KIND_NEGOTIATION;
    if (act->verb->tense != TENSE_INF || (act->frame != FRAME_WITH && !back) ||
        clause_after(&finder->clause, act->index, TYPE(DATE) | TYPE(PLACE), UINT64_MAX) !=
            CLAUSE_NONE ||
        !governor_of(finder, act->index, &governor))
        return false;
    return back || governor.sense == SENSE_CONTINUE || governor.sense == SENSE_RESUME;
}

/* "Plusieurs responsables se sont rendus à X ces dernières semaines": no journey in particular. */
bool told_of_some(const struct finder *finder, const struct mention *mention)
{
    const struct party *party = mention->party_count == 1 ? mention->parties[0].party : NULL;
    const struct date *date = mention->date ? mention->date->detail : NULL;
    return mention->kind == KIND_VISIT && party && party->type == PARTY_GROUP &&
           (!date || date->span) && document_is(finder->document, party->begin, CLASS(QUANTIFIER));
}

/* "A met with B during a meeting": whom somebody met there, by name. */
static bool is_with_person(const struct finder *finder, const struct act *act)
{
    if (!clause_is(&finder->clause, act->with, TYPE(PARTY)))
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, act->with)->of)->at[0];
    return party->type == PARTY_PERSON && party->name_end > party->name_begin && !party->weak;
}

/* "will meet in Lima": whether the verb tells that some met. */
static bool tells_talks(const struct finder *finder, uint32_t verb)
{
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(&finder->clause, verb), LEXICON_MEETVERB);
    const enum frame frame = word ? look_lexeme(finder->document, word)->frame : FRAME_NONE;
    return frame == FRAME_OBJECT || frame == FRAME_WITH || frame == FRAME_JOINT;
}

/* "convoque une réunion pour discuter de X", "met in Lima to discuss X": what the noun or verb
 * before the infinitive is for. */
static bool is_purpose(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    if (act->verb->tense != TENSE_INF || is_with_person(finder, act))
        return false;
    const bool alone = act->with == CLAUSE_NONE; /* "met B to discuss trade with Kenya" */
    for (uint32_t i = act->index; i-- > 0;) {
        const bool own = /* "held talks, with both to meet again on Friday" */
            clause_is(clause, i, TYPE(SUBORDINATOR)) && i + 2 == act->index;
        if (clause_is(clause, i, TYPE(STOP) | TYPE(RELATIVE)) || own)
            break;
        if (clause_is(clause, i, TYPE(VERB)))
            return tells_talks(finder, i) && (alone || i + 1 < act->index);
        if (clause_is(clause, i, TYPE(NOUN)))
            return alone && finder->labels[i].kind != KIND_VISIT;
    }
    return false;
}

/* "a échangé avec B au cours de la réunion": done at the one that the noun behind tells again. */
static bool is_done_at(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = act->index + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(RELATIVE)))
            break;
        const struct label *label = clause_is(clause, i, TYPE(NOUN)) ? &finder->labels[i] : NULL;
        if (label && (clause_governor(clause, i) & TYPE(FOLLOWING)) && label->definite &&
            !label->indefinite && label->bare && label->edition <= 0 &&
            kind_is_generic(label->kind)) {
            const struct str when = clause_when(clause, clause_preposition(clause, i));
            return !str_equal(when, STR("AFTER")) && !str_equal(when, STR("BEFORE"));
        }
    }
    return false;
}

bool told_as_purpose(const struct finder *finder, const struct act *act)
{
    const bool talks = act->frame == FRAME_WITH || act->frame == FRAME_JOINT;
    return talks &&
           (is_purpose(finder, act) || (!is_with_person(finder, act) && is_done_at(finder, act)));
}

/* "will be hosted by presenter A, with songs from B": a sentence that lost what is hosted. */
bool told_headless(const struct finder *finder, const struct act *act)
{
    return act->frame == FRAME_HOST && act->index == 0 && act->verb->passive &&
           clause_verb(&finder->clause, 0)->passive && clause_finite(&finder->clause, 0) &&
           clause_is(&finder->clause, 1, TYPE(BY)); /* not "Seront reçus A et B" */
}

/* Whether the sentence has quotation marks: it may be somebody else who speaks. */
static bool has_quotes(const struct finder *finder)
{
    for (uint32_t t = finder->sentence->begin; t < finder->sentence->end; t++) {
        if (titled_mark(finder->document, t))
            return true;
    }
    return false;
}

/* "Notre envoyé spécial a rencontré A": whether it is a reporter who is told at the chunk. */
static bool is_reporter(const struct finder *finder, uint32_t chunk)
{
    const struct document *document = finder->document;
    const uint32_t begin = clause_chunk(&finder->clause, chunk)->begin;
    for (uint32_t t = begin > 0 ? begin - 1 : 0; t <= begin; t++) {
        const struct annotation *phrase = look_at(document, t, LEXICON_FALSEFRIEND);
        if (look_says(document, phrase, STR("REPORTER")))
            return true;
    }
    return false;
}

/* "Nous avons rencontré Ida Vogt, réalisatrice", "I sat down with the author": the reporter, with
 * somebody who holds no office. */
bool told_by_reporter(const struct finder *finder, uint32_t subject, const struct mention *mention)
{
    if (clause_is(&finder->clause, subject, TYPE(PARTY)) && is_reporter(finder, subject))
        return true;
    if (!clause_is(&finder->clause, subject, TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) ||
        has_quotes(finder))
        return false;
    const uint64_t self = CLASS(SELF);
    if (!document_is(finder->document, clause_chunk(&finder->clause, subject)->begin, self))
        return false;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        const enum rank rank =
            party->person ? finder->story->people.at[party->person].rank : party->rank;
        if (party->type != PARTY_PERSON || (rank != RANK_NONE && rank != RANK_EXECUTIVE))
            return false;
    }
    return true;
}

bool told_as_usual(const struct finder *finder, const struct act *act)
{
    enum { WORDS_BEFORE = 2 };
    const struct document *document = finder->document;
    const uint32_t begin = clause_chunk(&finder->clause, act->index)->begin;
    uint32_t t = begin < finder->sentence->begin + WORDS_BEFORE ? finder->sentence->begin
                                                                : begin - WORDS_BEFORE;
    bool usual = false;
    if (act->verb->tense != TENSE_PAST || !finder_generic(finder))
        return false;
    for (; t < finder->sentence->end && !(t >= begin && look_flag(document, t, TOKEN_PUNCT)); t++) {
        const struct annotation *words = look_at(document, t, LEXICON_FALSEFRIEND);
        const struct annotation *day = look_at(document, t, ANNOTATION_DATE);
        const struct date *date = day ? day->detail : NULL;
        if (date && date_is_day(date))
            return false;
        usual |= look_says(document, words, STR("GENERIC"));
    }
    return usual;
}

/* Whether somebody in office or known from world news, a body or a state has part in it. */
static bool has_standing(const struct finder *finder, const struct mention *mention)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        const struct person *person =
            party->person ? &finder->story->people.at[party->person] : NULL;
        const bool ranked = person ? person->rank != RANK_NONE || person->figure
                                   : party->rank != RANK_NONE || party->figure;
        if (party->type != PARTY_PERSON || ranked || party->plural)
            return true;
    }
    return mention->party_count == 0;
}

bool told_of_private_life(const struct finder *finder, const struct act *act,
                          const struct mention *mention)
{
    if (mention->kind != KIND_TALKS || (act->frame != FRAME_OBJECT && act->frame != FRAME_JOINT) ||
        act->verb->negative || has_standing(finder, mention))
        return false;
    const struct annotation *day = mention->date;
    const struct date *date = day ? day->detail : NULL;
    return date ? date->year && !date->month && !date->day : act->verb->bygone;
}
