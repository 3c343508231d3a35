#include "meeting/find/deed.h"
#include "annotate/date/tense.h"
#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"
#include "meeting/find/predicate_aside.h"
#include "meeting/find/when.h"
#include "meeting/mention/occasion.h"

/*
 * What a noun made from a verb says of the meeting behind it: "l'annulation par X de la visite",
 * "the postponement of the summit"; and "the results of the visit".
 */

enum { WORDS_MAX = 5 };

/* Where the noun begins, or whose it is: "the results of | President X's visit". */
static uint32_t phrase_begin(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t begin = clause_chunk(clause, noun)->begin;
    const bool owned = noun > 0 && clause_is(clause, noun - 1, TYPE(PARTY)) &&
                       clause_chunk(clause, noun - 1)->end + 1 == begin &&
                       look_clitic(finder->document, begin - 1);
    return owned ? clause_chunk(clause, noun - 1)->begin : begin;
}

/* "the cancellation of planned talks": the verb that begins at token is an adjective of the noun.
 */
static bool is_adjective(const struct finder *finder, uint32_t noun, uint32_t token)
{
    const struct annotation *words = look_at(finder->document, token, ANNOTATION_VERB);
    const struct verb *verb = words->detail;
    return words->end == token + 1 && verb->word &&
           (verb->word->tag == TAG_PP || verb->word->tag == TAG_PAST) &&
           token + 1 == clause_chunk(&finder->clause, noun)->begin &&
           document_is(finder->document, token - (token > 0), CLASS(OF) | CLASS(DETERMINER));
}

/* Where "of the" or "for a" begins before the noun, or where the noun does. */
static uint32_t preposition_before(const struct finder *finder, uint32_t noun)
{
    const struct document *document = finder->document;
    const uint32_t begin = phrase_begin(finder, noun);
    const uint32_t at = clause_preposition(&finder->clause, noun);
    for (uint32_t t = begin; t-- > finder->sentence->begin && begin - t <= WORDS_MAX;) {
        if (clause_is(&finder->clause, at, TYPE(FOLLOWING)) &&
            clause_chunk(&finder->clause, at)->end == t + 1)
            break; /* "le projet lors d'une réunion" */
        if (document_is(document, t, CLASS(OF) | CLASS(ABOUT)))
            return t; /* "of the next forest summit" */
        const bool verb = look_at(document, t, ANNOTATION_VERB) && !is_adjective(finder, noun, t);
        if (!look_flag(document, t, TOKEN_WORD) || verb ||
            look_at(document, t, LEXICON_FOLLOWING) ||
            (document_is(document, t, CLASS(AT)) &&
             document_is(document, t + 1, CLASS(DETERMINER) | CLASS(POSSESSIVE))))
            break; /* "preparations for the forum of the bloc during a call": not of the call */
    }
    return begin;
}

/* Where "by X" begins that ends at token, else token. */
static uint32_t agent_before(const struct finder *finder, uint32_t noun, uint32_t token)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = noun;
    while (i > 0 && clause_chunk(clause, i - 1)->end > token)
        i--;
    const bool by = i > 1 && clause_is(clause, i - 1, TYPE(PARTY)) &&
                    clause_is(clause, i - 2, TYPE(BY)) && clause_chunk(clause, i - 1)->end == token;
    return by ? clause_chunk(clause, i - 2)->begin : token;
}

/* "l'idée d'une rencontre", "projet de visite"; not "les propositions de la réunion": one that is
 * not known yet. */
static bool is_new(const struct finder *finder, uint32_t noun)
{
    const struct document *document = finder->document;
    const uint32_t before = clause_chunk(&finder->clause, noun)->begin - 1;
    return document_is(document, before, CLASS(INDEFINITE)) ||
           (document_is(document, before, CLASS(OF) | CLASS(ABOUT)) &&
            !document_is(document, before, CLASS(DETERMINER)));
}

/* "preparations are under way for the summit": the verb that begins at token says of the deed that
 * it is done. */
static bool is_under_way(const struct document *document, uint32_t token)
{
    const struct verb *verb = look_at(document, token, ANNOTATION_VERB)->detail;
    const struct annotation *word = verb_reading(document, verb, LEXICON_EVENTVERB);
    return word && look_lexeme(document, word)->sense == SENSE_HOLD && verb->tense == TENSE_PRES;
}

/* Whether a comma at token sets off a date. */
static bool is_beside_date(const struct document *document, uint32_t token)
{
    if (!look_mark(document, token, ','))
        return false;
    for (uint32_t t = token - 1; t + WORDS_MAX > token && t < token; t--) {
        const struct annotation *date = look_at(document, t, ANNOTATION_DATE);
        if (date)
            return date->end == token;
    }
    return look_at(document, token + 1, ANNOTATION_DATE);
}

/* "le compte | rendu de": whether what looks like a verb is the second word of such a noun. */
static bool ends_deed(const struct document *document, uint32_t token)
{
    const struct annotation *word =
        token > 0 ? look_at(document, token - 1, LEXICON_EVENTNOUN) : NULL;
    return word && word->end == token + 1;
}

static enum sense deed_of(const struct finder *finder, uint32_t noun)
{
    const struct document *document = finder->document;
    const uint32_t preposition = preposition_before(finder, noun);
    const uint32_t end = agent_before(finder, noun, preposition);
    const bool of = document_is(document, preposition, CLASS(OF));
    if (preposition == phrase_begin(finder, noun))
        return SENSE_NONE;
    for (uint32_t t = end; t-- > finder->sentence->begin && end - t <= WORDS_MAX;) {
        if (look_at(document, t, ANNOTATION_DATE) || is_beside_date(document, t))
            continue; /* "l'annulation, fin février, de la visite" */
        const struct annotation *word = look_at(document, t, LEXICON_EVENTNOUN);
        const enum sense told = word ? look_lexeme(document, word)->sense : SENSE_NONE;
        const bool subject = told == SENSE_HOLD && t == finder->sentence->begin + 1;
        const bool known = (told == SENSE_PROPOSE || told == SENSE_OPEN || subject) && t > 0 &&
                           (document_is(document, t - 1, CLASS(DETERMINER) | CLASS(POSSESSIVE)) ||
                            look_clitic(document, t - 1));
        /* "the call for", "B's offer of", "La tenue du sommet est prévue" */
        if (look_flag(document, t, TOKEN_PUNCT) ||
            (look_at(document, t, ANNOTATION_VERB) && !known && !is_under_way(document, t) &&
             !is_adjective(finder, noun, t) && !ends_deed(document, t)))
            return SENSE_NONE;
        const enum sense sense =
            word && word->end <= end ? look_lexeme(document, word)->sense : SENSE_NONE;
        if (sense == SENSE_PROPOSE && !is_new(finder, noun))
            return SENSE_NONE;
        if (sense == SENSE_PREPARE && document_is(document, t - (t > 0), CLASS(EVENTUAL)))
            return SENSE_PROPOSE; /* "the probable date for a meeting" */
        if (sense != SENSE_NONE)
            return of || sense == SENSE_PROPOSE || sense == SENSE_PREPARE || sense == SENSE_PLAN
                       ? sense
                       : SENSE_NONE;
        if (document_is(document, t, CLASS(OF)))
            return SENSE_NONE;
    }
    return SENSE_NONE;
}

enum sense noun_deed(const struct finder *finder, uint32_t noun)
{
    if (!finder->senses || !clause_is(&finder->clause, noun, TYPE(NOUN)))
        return deed_of(finder, noun);
    uint8_t *said = &finder->senses[noun];
    if (!*said)
        *said = (uint8_t)(deed_of(finder, noun) + 1);
    return (enum sense)(*said - 1);
}

/* "a refusé le report du sommet": then it stands. */
static bool is_resisted(const struct predicate *predicate)
{
    return predicate->index != CLAUSE_NONE && !predicate->subject &&
           (predicate->sense == SENSE_PROPOSE || predicate->sense == SENSE_REFUSE ||
            predicate->sense == SENSE_DENY);
}

/* "a annoncé la fin des pourparlers": it is over. */
static bool is_announced(const struct predicate *predicate)
{
    return predicate->index != CLAUSE_NONE && !predicate->subject &&
           predicate->verb->tense == TENSE_PAST &&
           (predicate->sense == SENSE_ANNOUNCE || predicate->sense == SENSE_CONFIRM);
}

enum meeting_status deed_fate(const struct finder *finder, uint32_t noun)
{
    const uint64_t between = CLAUSE_ADJUNCTS | TYPE(OF) | TYPE(WITH) | TYPE(BETWEEN) | TYPE(BY) |
                             TYPE(AT) | TYPE(TO) | TYPE(AND) | TYPE(PARTY);
    const struct clause *clause = &finder->clause;
    uint32_t i = noun + 1;
    while (clause_is(clause, i, between))
        i++;
    if (!clause_is(clause, i, TYPE(VERB)) || !clause_finite(clause, i) ||
        clause_verb(clause, i)->negative || clause_verb(clause, i)->modality != MODALITY_NONE)
        return STATUS_UNKNOWN;
    const enum sense sense = finder_sense(finder, i);
    const bool passive = clause_verb(clause, i)->passive;
    const bool fate = sense == SENSE_CANCEL || sense == SENSE_POSTPONE || sense == SENSE_PLAN;
    return passive && fate ? status_of_sense(sense) : STATUS_UNKNOWN;
}

enum meeting_status deed_status(enum sense deed, const struct predicate *predicate,
                                enum meeting_status told)
{
    switch (deed) {
    case SENSE_PLAN:
        return told == STATUS_UNKNOWN ? STATUS_SCHEDULED : told;
    case SENSE_HOLD:
        return told == STATUS_UNKNOWN ? STATUS_HELD : told;
    case SENSE_CANCEL:
        return is_resisted(predicate) ? STATUS_SCHEDULED : STATUS_CANCELLED;
    case SENSE_POSTPONE:
        return is_resisted(predicate) ? STATUS_SCHEDULED : STATUS_POSTPONED;
    case SENSE_SUSPEND:
        return STATUS_HELD; /* "announced the suspension of the talks": they had begun */
    case SENSE_PROPOSE:
        return told == STATUS_UNKNOWN ? STATUS_PROPOSED : told;
    case SENSE_PREPARE:
        return told == STATUS_UNKNOWN || told == STATUS_ONGOING ? STATUS_SCHEDULED : told;
    case SENSE_CLOSE:
        return is_announced(predicate) ? STATUS_HELD : told;
    default:
        return told;
    }
}

/* "on the second day of the summit": it goes on then; "on its last day": it is over. */
static void course_by_day(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const uint32_t at = clause_preposition(&finder->clause, noun);
    if (!clause_is(&finder->clause, at, TYPE(FOLLOWING)))
        return;
    const struct str day =
        pack_column(finder->document->pack, clause_chunk(&finder->clause, at)->of->value, 1);
    mention->opening |= str_equal(day, STR("DAY"));
    mention->closed |= str_equal(day, STR("LAST")) && mention->status == STATUS_HELD;
}

void deed_course(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const enum sense deed = noun_deed(finder, noun);
    mention->opening |= deed == SENSE_OPEN;
    course_by_day(finder, noun, mention);
    if (deed != SENSE_CLOSE)
        return;
    mention->closed |= mention->status == STATUS_HELD;
    if (mention->status == STATUS_SCHEDULED && mention->date && !mention->until) {
        mention->until = mention->date; /* "la clôture du forum est prévue vendredi" */
        mention->date = NULL;
        mention->status = STATUS_ONGOING;
    }
}

void deed_parties(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const enum sense deed = kind_is_gathering(mention->kind) ? noun_deed(finder, noun) : SENSE_NONE;
    if (deed != SENSE_OPEN && deed != SENSE_CLOSE && deed != SENSE_HOLD)
        return;
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, CLAUSE_LIMITS | TYPE(RELATIVE)))
            break;
        if (!clause_is(clause, i, TYPE(VERB)))
            continue;
        const enum sense sense = finder_sense(finder, i);
        const bool led = sense == SENSE_CHAIR || sense == SENSE_HOLD || sense == SENSE_OPEN ||
                         sense == SENSE_CLOSE;
        if (led && clause_verb(clause, i)->passive && !clause_verb(clause, i)->negative)
            slot_parties(finder, mention, clause_after(clause, i, TYPE(PARTY), TYPE(BY)),
                         PART_CHAIR);
        break;
    }
}

/* "ont porté sur le sommet", "centred on the summit": what others spoke of is not what was held. */
static bool is_matter_of(const struct finder *finder, const struct predicate *predicate)
{
    return predicate->index != CLAUSE_NONE && predicate->sense == SENSE_HOLD &&
           document_is(finder->document, clause_chunk(&finder->clause, predicate->index)->end - 1,
                       CLASS(ABOUT));
}

/* "achèvera sa visite par une rencontre": whether the noun is what something else ends with. */
static bool noun_ends_it(const struct finder *finder, uint32_t noun,
                         const struct predicate *predicate)
{
    if (predicate->index == CLAUSE_NONE || predicate->index > noun || predicate->verb->passive ||
        !clause_is(&finder->clause, noun - 1, TYPE(BY)))
        return false;
    return finder_sense(finder, predicate->teller) == SENSE_CLOSE;
}

void slot_ending(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                 struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    if (!noun_ends_it(finder, noun, predicate))
        return;
    mention->status = status_of_event_verb(clause_verb(clause, predicate->teller), SENSE_HOLD);
    mention->pronoun |= mention->party_count == 1 &&
                        clause_is(clause, clause_subject(clause, predicate->index), TYPE(NOUN));
    for (uint32_t i = predicate->index + 1; i < noun && !mention->date; i++)
        mention->date = clause_is(clause, i, TYPE(DATE)) ? clause_chunk(clause, i)->of : NULL;
}

struct predicate noun_predicate(const struct finder *finder, uint32_t noun)
{
    struct predicate predicate = predicate_of(finder, noun);
    if (noun_ends_it(finder, noun, &predicate))
        predicate.sense = SENSE_HOLD;
    return !predicate.subject &&
                   (noun_deed(finder, noun) == SENSE_HOLD || is_matter_of(finder, &predicate))
               ? (struct predicate){.index = CLAUSE_NONE}
               : predicate;
}

/* "ont affirmé samedi être prêts à tenir": whether the day stands between saying and what is said.
 */
static bool is_before_said(const struct finder *finder, uint32_t date)
{
    const struct clause *clause = &finder->clause;
    const uint32_t begin = clause_chunk(clause, date)->begin;
    if (begin == finder->sentence->begin || !clause_is(clause, date + 1, TYPE(VERB)) ||
        clause_chunk(clause, date + 1)->begin > clause_chunk(clause, date)->end)
        return false;
    const struct verb *said = clause_verb(clause, date + 1);
    return (said->dependent || said->tense == TENSE_INF) &&
           look_at(finder->document, begin - 1, LEXICON_SPEECHVERB);
}

/* "for the first time this year": whether the words before the time say how often since. */
static bool is_of_count(const struct finder *finder, const struct chunk *when)
{
    enum { COUNT_MAX = 5 };
    const struct document *document = finder->document;
    const struct date *date = when->of->detail;
    for (uint32_t back = 1; back <= COUNT_MAX && when->begin >= finder->sentence->begin + back;
         back++) {
        const struct annotation *count = look_at(document, when->begin - back, LEXICON_ASIDE);
        if (count && count->end == when->begin && look_says(document, count, STR("TIME")))
            return !date->day && !date->weekday;
    }
    return false;
}

bool day_is_of_text(const struct finder *finder, uint32_t date)
{
    const struct clause *clause = &finder->clause;
    if (is_before_said(finder, date) ||
        date_of_rise(finder->document, clause_chunk(clause, date)->begin) ||
        is_of_count(finder, clause_chunk(clause, date)))
        return true;
    const struct verb *verb =
        date > 0 && clause_is(clause, date - 1, TYPE(VERB)) ? clause_verb(clause, date - 1) : NULL;
    if (verb && verb->tense == TENSE_PP && finder_sense(finder, date - 1) == SENSE_NONE &&
        verb_reading(finder->document, verb, LEXICON_SPEECHVERB))
        return true;
    return day_of_statement(finder->document, clause_chunk(clause, date)->of);
}

bool deed_unplanned(const struct finder *finder, uint32_t token)
{
    enum { BACK_MAX = 3 };
    const struct document *document = finder->document;
    const uint32_t first = finder->sentence->begin;
    while (token > first && document_is(document, token - 1, CLASS(DETERMINER) | CLASS(INDEFINITE)))
        token--;
    if (token < first + 2 || !document_is(document, token - 1, CLASS(OF) | CLASS(ABOUT)))
        return false;
    const struct annotation *plan = look_at(document, token - 2, LEXICON_EVENTNOUN);
    if (!plan || look_lexeme(document, plan)->sense != SENSE_PLAN)
        return false;
    for (uint32_t t = plan->begin; t-- > first && plan->begin - t < BACK_MAX;) {
        if (document_is(document, t, CLASS(NEGATION)))
            return true; /* "no immediate plans" */
        if (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, ANNOTATION_VERB))
            break;
    }
    return false;
}
