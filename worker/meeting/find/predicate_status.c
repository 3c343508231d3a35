#include "annotate/date/date.h"
#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/governor.h"
#include "meeting/find/predicate.h"
#include "meeting/find/predicate_aside.h"
#include "meeting/find/there.h"
#include "meeting/find/travel.h"
#include "meeting/find/unread.h"
#include "meeting/find/vain.h"
#include "meeting/mention/occasion.h"

/* "called on the minister on Monday", not "called on Iran to act": whether the words, which can ask
 * somebody for something, only tell whom one saw. */
static bool sees_somebody(const struct finder *finder, uint32_t index,
                          const struct annotation *asking)
{
    enum { WORDS_MAX = 14 };
    const struct document *document = finder->document;
    const struct verb *verb = clause_verb(&finder->clause, index);
    const struct annotation *word = verb_reading(document, verb, LEXICON_MEETVERB);
    if (verb->passive || !word || look_lexeme(document, word)->frame != FRAME_CALL ||
        asking->end > word->end) /* "a appelé à la tenue" */
        return false;
    const uint32_t end = clause_chunk(&finder->clause, index)->end;
    for (uint32_t t = end; t + 1 < finder->sentence->end && t - end <= WORDS_MAX; t++) {
        if (document_is(document, t, CLASS(TO)) && look_flag(document, t + 1, TOKEN_WORD) &&
            !look_flag(document, t + 1, TOKEN_CAPITAL) &&
            !document_is(document, t + 1, CLASS(DETERMINER) | CLASS(POSSESSIVE)))
            return false;
    }
    return true;
}

/* "called on Friday for a summit", "a appelé lundi à une réunion": whether the verb of a call, with
 * a day behind it, only asks for what follows. */
static bool calls_for(const struct finder *finder, uint32_t index)
{
    const struct document *document = finder->document;
    const struct verb *verb = clause_verb(&finder->clause, index);
    const struct annotation *word = verb_reading(document, verb, LEXICON_MEETVERB);
    const uint32_t end = clause_chunk(&finder->clause, index)->end;
    const struct annotation *day = look_at(document, end, ANNOTATION_DATE);
    if (!day && document_is(document, end, CLASS(ABOUT)))
        day = look_at(document, end + 1, ANNOTATION_DATE);
    if (!day || !word || verb->passive || look_lexeme(document, word)->frame != FRAME_CALL)
        return false;
    const uint32_t next = day->end + 1;
    const bool to = document_is(document, day->end, CLASS(AT)) && /* "à": both */
                    document_is(document, day->end, CLASS(TO)) &&
                    document_is(document, next, CLASS(DETERMINER) | CLASS(INDEFINITE));
    return (to || document_is(document, day->end, CLASS(ABOUT))) &&
           !look_at(document, next, ANNOTATION_DURATION);
}

/* "s'est rendu au sommet": with its pronoun the verb of "a rendu une visite" tells a journey. */
static bool is_journey(const struct finder *finder, const struct verb *verb)
{
    const struct annotation *word = verb_reading(finder->document, verb, LEXICON_MEETVERB);
    return word && look_lexeme(finder->document, word)->frame == FRAME_VISIT &&
           look_lexeme(finder->document, word)->reflexive;
}

static enum sense sense_of(const struct finder *finder, uint32_t index)
{
    const struct verb *verb = clause_verb(&finder->clause, index);
    const struct annotation *word = verb_reading(finder->document, verb, LEXICON_EVENTVERB);
    if (!verb->reflexive && verb_reading(finder->document, verb, LEXICON_GRANT))
        return SENSE_HOLD;
    if (calls_for(finder, index))
        return SENSE_PROPOSE;
    if (!word)
        return SENSE_NONE;
    const struct lexeme *lexeme = look_lexeme(finder->document, word);
    if ((lexeme->sense == SENSE_PROPOSE && sees_somebody(finder, index, word)) ||
        (lexeme->sense == SENSE_HOLD && verb->reflexive && is_journey(finder, verb)))
        return SENSE_NONE;
    return lexeme->reflexive && !verb->reflexive && verb->tense != TENSE_PP ? SENSE_NONE
                                                                            : lexeme->sense;
}

enum sense finder_sense(const struct finder *finder, uint32_t index)
{
    if (!clause_is(&finder->clause, index, TYPE(VERB)))
        return SENSE_NONE;
    if (!finder->senses)
        return sense_of(finder, index);
    uint8_t *said = &finder->senses[index];
    if (!*said)
        *said = (uint8_t)(sense_of(finder, index) + 1);
    return (enum sense)(*said - 1);
}

/* "on the eve of opening the summit": what the verb at index tells has yet to come. */
static bool is_before(const struct finder *finder, uint32_t index)
{
    return index > 0 && str_equal(clause_when(&finder->clause, index - 1), STR("BEFORE"));
}

/* "the meeting decided to", "la réunion examinera", "the summit rejected the plan": it does what
 * people do at it, so its tense tells; "a meeting agreed last week" is agreed upon. */
static bool is_doing(const struct finder *finder, const struct predicate *predicate)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, predicate->index);
    const uint64_t object = CLASS(TO) | CLASS(DETERMINER) | CLASS(SUBORDINATOR);
    const enum tense tense = predicate->verb->tense;
    /* "Lima conference seeks end to war": a headline has no articles */
    const bool headed = tense == TENSE_PRES && (finder->sentence->flags & SENTENCE_TITLE) &&
                        look_flag(finder->document, chunk->end, TOKEN_WORD);
    const bool whole = predicate->verb->word->begin > chunk->begin || tense == TENSE_FUT ||
                       headed || document_is(finder->document, chunk->end, object);
    return whole && predicate->subject && predicate->teller == predicate->index &&
           sense_is_of_people(predicate->sense) && !predicate->verb->passive &&
           !predicate->verb->reflexive &&
           (tense == TENSE_PAST || tense == TENSE_FUT || tense == TENSE_COND || headed);
}

/* "cancelled a trip to attend the summit": the trip is off, for the sake of the summit. */
static bool is_purpose(const struct finder *finder, uint32_t teller,
                       const struct governor *governor)
{
    if (!governor->verb || !calls_off(governor->sense) || governor->negative)
        return false;
    for (uint32_t i = teller; i-- > 0;) {
        if (clause_chunk(&finder->clause, i)->begin < governor->words.end)
            break;
        if (clause_is(&finder->clause, i, TYPE(NOUN)))
            return true;
    }
    return false;
}

bool predicate_unfounded(const struct finder *finder, const struct predicate *predicate)
{
    struct governor governor;
    return clause_verb(&finder->clause, predicate->teller)->tense == TENSE_INF &&
           !(finder->sentence->flags & SENTENCE_TITLE) &&
           !governor_of(finder, predicate->teller, &governor);
}

/* "s'est envolé mardi pour Oslo": whether the verb of travel only tells that somebody set out. */
static bool only_set_out(const struct finder *finder, const struct governor *governor)
{
    const uint32_t end = governor->words.end;
    const struct annotation *day = look_at(finder->document, end, ANNOTATION_DATE);
    return document_is(finder->document, end - 1, CLASS(ABOUT)) ||
           document_is(finder->document, day ? day->end : end, CLASS(ABOUT));
}

bool visit_behind(const struct finder *finder, uint32_t token)
{
    const uint64_t between = TYPE(AT) | TYPE(DATE) | TYPE(TIME) | TYPE(POSSESSIVE) | TYPE(SEQUENCE);
    const struct clause *clause = &finder->clause;
    uint32_t i = 0;
    while (i < clause->chunks.count && clause_chunk(clause, i)->begin < token)
        i++;
    while (clause_is(clause, i, between))
        i++;
    return clause_is(clause, i, TYPE(NOUN)) && finder->labels[i].kind == KIND_VISIT;
}

/* "a quitté Oslo mardi pour effectuer une visite": who has left for it is on it. */
static bool is_on_way(const struct finder *finder, uint32_t index, const struct governor *governor)
{
    return finder_sense(finder, index) == SENSE_HOLD && governor->verb &&
           governor->sense == SENSE_LEAVE && governor->verb->tense == TENSE_PAST &&
           !governor->verb->negative &&
           visit_behind(finder, clause_chunk(&finder->clause, index)->end);
}

/* "went to Oslo to attend the forum", no more told: they were there; who "left for" it was not yet.
 */
static bool went_there(const struct finder *finder, const struct governor *governor,
                       enum sense sense)
{
    const struct annotation *word =
        governor->verb ? verb_reading(finder->document, governor->verb, LEXICON_MEETVERB) : NULL;
    const bool went = word && look_lexeme(finder->document, word)->frame == FRAME_VISIT;
    return (went || (governor->verb && governor->sense == SENSE_HOLD &&
                     visit_behind(finder, governor->words.end))) &&
           !status_is_unfinished(governor->verb) && /* "was flying to Oslo to attend" */
           (sense == SENSE_ATTEND || sense == SENSE_CHAIR || sense == SENSE_HOLD) &&
           !only_set_out(finder, governor) && act_day_gone(finder);
}

/* "The summit, opening on Thursday, will discuss fish": the verb that goes on with the subject of
 * the participle at index says that it is to come. */
static bool will_go_on(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = index + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(NOUN)))
            return false;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return clause_verb(clause, i)->tense == TENSE_FUT ||
                   clause_verb(clause, i)->modality == MODALITY_DUE;
    }
    return false;
}

/* Whether what the verb at index tells is over: "gathered", "attended". */
static bool is_over(const struct finder *finder, uint32_t index)
{
    const struct verb *verb = clause_verb(&finder->clause, index);
    const enum sense sense = finder_sense(finder, index);
    return verb->tense == TENSE_PAST && verb->modality == MODALITY_NONE &&
           (sense == SENSE_HOLD || sense == SENSE_OPEN || sense == SENSE_ATTEND ||
            verb_reading(finder->document, verb, LEXICON_MEETVERB));
}

/* "the spring session starting on Monday": the day right behind the participle at index is the next
 * such, unless what governs it is over. */
static bool is_next(const struct finder *finder, uint32_t index)
{
    const uint32_t day = index + 1 + clause_is(&finder->clause, index + 1, TYPE(AT) | TYPE(ABOUT));
    if (!clause_is(&finder->clause, day, TYPE(DATE)))
        return false;
    const struct date *date = clause_chunk(&finder->clause, day)->of->detail;
    const uint32_t governing = clause_governing_verb(&finder->clause, index);
    return date_is_weekday(date) && (governing == CLAUSE_NONE || !is_over(finder, governing));
}

/* "n'est pas prévue avant lundi", "not until Monday": whether the verb only says from when on. */
static bool only_later(const struct finder *finder, uint32_t verb)
{
    const struct annotation *before =
        look_at(finder->document, clause_chunk(&finder->clause, verb)->end, LEXICON_FOLLOWING);
    const uint32_t day = verb + 1 + clause_is(&finder->clause, verb + 1, TYPE(FOLLOWING));
    return clause_verb(&finder->clause, verb)->negative &&
           look_says(finder->document, before, STR("BEFORE")) &&
           clause_is(&finder->clause, day, TYPE(DATE) | TYPE(TIME));
}

/* "Pékin exige que la rencontre soit annulée": what somebody wants to become of it. */
static bool is_wanted(const struct finder *finder, uint32_t verb)
{
    const uint32_t begin = clause_chunk(&finder->clause, verb)->begin;
    const struct annotation *be =
        begin > finder->sentence->begin ? look_at(finder->document, begin - 1, LEXICON_AUX) : NULL;
    return be && be->end == begin && be->tag == TAG_SUBJ;
}

/* Whether others can do without who does it. */
static bool is_presence(enum sense sense)
{
    return sense == SENSE_ATTEND || sense == SENSE_CHAIR;
}

enum meeting_status predicate_status(const struct finder *finder, const struct predicate *predicate)
{
    const struct verb *verb = clause_verb(&finder->clause, predicate->teller);
    const enum sense sense = finder_sense(finder, predicate->teller);
    if ((verb->unmet && verb_reading(finder->document, verb, LEXICON_MEETVERB)) ||
        (!is_presence(sense) && told_as_dropped(finder, predicate->teller)))
        return STATUS_CANCELLED; /* "had been due to meet for talks" */
    if ((is_presence(sense) || sense == SENSE_HOLD || sense == SENSE_OPEN) &&
        unread_sequel_done(finder, predicate->teller))
        return STATUS_HELD; /* "met B before holding talks with C" */
    if (verb->tense == TENSE_GER && sense == SENSE_OPEN &&
        (is_before(finder, predicate->teller) ||
         (predicate->subject && is_next(finder, predicate->teller))))
        return STATUS_SCHEDULED;
    if (only_later(finder, predicate->teller) ||
        (calls_off(sense) && is_wanted(finder, predicate->teller)))
        return STATUS_SCHEDULED;
    if (is_doing(finder, predicate)) {
        const enum tense tense = predicate->verb->tense;
        return tense == TENSE_PAST || tense == TENSE_PRES ? STATUS_HELD : STATUS_SCHEDULED;
    }
    if ((verb->tense == TENSE_GER && sense == SENSE_OPEN &&
         will_go_on(finder, predicate->teller)) ||
        unread_inverted(finder, predicate->teller) ||
        (verb->tense == TENSE_GER && unread_besides(finder, predicate->teller)))
        return STATUS_SCHEDULED;
    const bool infinite = verb->tense == TENSE_INF || verb->tense == TENSE_GER;
    const enum meeting_status status = status_of_event_verb(verb, sense);
    if (status == STATUS_CANCELLED && verb->negative &&
        (verb->tense == TENSE_FUT || verb->tense == TENSE_COND) &&
        told_on_condition(finder, predicate->teller))
        return STATUS_SCHEDULED;
    if (status == STATUS_CANCELLED && verb->negative && told_of_manner(finder, predicate->teller))
        return STATUS_HELD;
    struct governor governor;
    if (status == STATUS_SCHEDULED && told_as_wished(finder, predicate->teller))
        return STATUS_PROPOSED;
    if (!infinite ||
        !(verb->tense == TENSE_INF ? governor_of(finder, predicate->teller, &governor)
                                   : governor_beside(finder, predicate->teller, &governor)))
        return status;
    if (is_on_way(finder, predicate->teller, &governor))
        return STATUS_HELD;
    if (sense == SENSE_ATTEND && is_purpose(finder, predicate->teller, &governor))
        return STATUS_SCHEDULED;
    const enum meeting_status wished = governor_status(&governor, sense);
    const bool ends = sense == SENSE_CLOSE || sense == SENSE_SUSPEND;
    return wished == STATUS_HELD && !ends && !went_there(finder, &governor, sense) ? status
                                                                                   : wished;
}

/* "pulled out of the summit", "withdrew on Monday from it": whether who calls it off leaves it. */
static bool withdraws(const struct finder *finder, uint32_t noun, const struct predicate *predicate)
{
    const struct chunk *verb = clause_chunk(&finder->clause, predicate->index);
    bool from = document_is(finder->document, verb->end - 1, CLASS(OF));
    for (uint32_t t = verb->begin; t < clause_chunk(&finder->clause, noun)->begin && !from; t++)
        from = document_is(finder->document, t, CLASS(FROM));
    return from && predicate->sense == SENSE_CANCEL;
}

bool predicate_absent(const struct finder *finder, uint32_t noun, const struct predicate *predicate)
{
    const uint64_t goal = TYPE(TO) | TYPE(AT) | TYPE(ABOUT);
    if (calls_off(predicate->sense) && !predicate->subject)
        return predicate->index < noun && ((clause_governor(&finder->clause, noun) & goal) ||
                                           withdraws(finder, noun, predicate));
    if (predicate->sense != SENSE_ATTEND)
        return false;
    struct governor governor;
    return predicate->verb->negative ||
           (predicate->verb->tense == TENSE_INF &&
            governor_of(finder, predicate->index, &governor) && calls_off(governor.sense));
}

void status_by_presence(const struct finder *finder, uint32_t noun,
                        const struct predicate *predicate, struct mention *mention)
{
    const struct label *label = &mention->label;
    const bool gathering = kind_is_gathering(mention->kind),
               attend = predicate->sense == SENSE_ATTEND;
    const bool two = !gathering && /* "pulled out of talks with B" */
                     clause_after(&finder->clause, noun, TYPE(PARTY), TYPE(WITH)) != CLAUSE_NONE;
    const bool plain = label->bare || label->seated; /* "the Oslo talks" */
    const bool known = (attend || predicate->sense == SENSE_CANCEL) && label->definite &&
                       !label->indefinite && plain &&
                       !two;        /* "will not attend the talks", told before */
    const bool given = gathering && /* not "rejected calls for dialogue" */
                       (label->definite || label->possessive || label->edition > 0 ||
                        look_flag(finder->document, label->name.begin, TOKEN_CAPITAL));
    const bool off = mention->status == STATUS_DENIED || mention->status == STATUS_CANCELLED;
    if (two && predicate->sense == SENSE_MISS && !predicate->verb->negative)
        mention->status = STATUS_CANCELLED; /* "skipped talks with B" */
    if (off && (known || given) && predicate_absent(finder, noun, predicate)) {
        mention->status = STATUS_SCHEDULED; /* "declined to attend": held without them */
        mention->status_told &= !known || gathering;
    }
    if (mention->status == STATUS_PROPOSED && attend && label->definite && (known || gathering)) {
        mention->status = STATUS_SCHEDULED; /* "invited X to attend the summit", "the meeting" */
        mention->status_told = false;       /* "thanked X for inviting him to the summit" */
    }
}

enum sense predicate_sense(const struct finder *finder, uint32_t verb, uint32_t noun)
{
    const enum sense sense = finder_sense(finder, verb);
    const bool means = noun > 0 && clause_is(&finder->clause, noun - 1, TYPE(BY)) &&
                       !clause_verb(&finder->clause, verb)->passive;
    return means && sense == SENSE_OPEN ? SENSE_HOLD : sense;
}
