#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/clause/titled.h"
#include "meeting/find/act.h"
#include "meeting/find/deed.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"
#include "meeting/find/predicate_aside.h"
#include "meeting/find/there.h"
#include "meeting/find/unread.h"
#include "meeting/mention/occasion.h"

/* The status of a meeting told by a noun. */

/* "had held no direct talks": the word right before says that there were none. */
static bool is_negated(const struct finder *finder, const struct mention *mention)
{
    uint32_t begin = mention->trigger.begin;
    if (mention->label.name.end > mention->label.name.begin && mention->label.name.begin < begin)
        begin = mention->label.name.begin;
    const uint32_t first = finder->sentence->begin;
    if (deed_unplanned(finder, begin))
        return true;
    const uint64_t small = CLASS(OF) | CLASS(DEMONSTRATIVE); /* "pas de", "no such" */
    begin -= begin > first && document_is(finder->document, begin - 1, small);
    return begin > first && document_is(finder->document, begin - 1, CLASS(NEGATION));
}

/* "la visite du président en Mauritanie, invité par son homologue": whether the participle is of
 * who visits. */
static bool is_of_guest(const struct finder *finder, const struct predicate *predicate,
                        const struct mention *mention)
{
    const struct annotation *word =
        verb_reading(finder->document, predicate->verb, LEXICON_EVENTVERB);
    return mention->kind == KIND_VISIT && predicate->subject && word &&
           predicate->verb->tense == TENSE_PP && look_lexeme(finder->document, word)->bids;
}

/* "issues include talks", "the summit includes leaders": whether nobody is told who attends it; nor
 * does "le sommet prévoyait la signature" tell what becomes of the meeting. */
static bool only_includes(const struct finder *finder, const struct predicate *predicate)
{
    const struct annotation *word =
        verb_reading(finder->document, predicate->verb, LEXICON_EVENTVERB);
    if (predicate->sense == SENSE_PLAN && predicate->subject && !predicate->verb->passive && word &&
        word->tag == TAG_IMPF)
        return true;
    const uint64_t people = TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN) | TYPE(RELATIVE);
    return predicate->sense == SENSE_ATTEND && !predicate->verb->passive &&
           predicate->verb->tense == TENSE_PRES && predicate->verb->modality == MODALITY_NONE &&
           !clause_is(&finder->clause, clause_subject(&finder->clause, predicate->index), people);
}

/* "continued on Monday", "étaient en cours lundi": not over on that day. */
static bool goes_on_then(const struct verb *verb, enum sense sense)
{
    return sense == SENSE_CONTINUE && verb->tense == TENSE_PAST &&
           verb->modality == MODALITY_NONE && !verb->negative &&
           !verb->passive; /* "has been extended": it goes on now */
}

/* "will not hold talks with B": who says so has none of it. */
static bool is_refused(const struct predicate *predicate, const struct mention *mention)
{
    const struct verb *verb = predicate->verb;
    return mention->status == STATUS_CANCELLED && predicate->sense == SENSE_HOLD &&
           !predicate->subject && verb->negative && !verb->passive && !verb->reflexive &&
           (verb->tense == TENSE_FUT || verb->tense == TENSE_COND) &&
           (kind_is_generic(mention->kind) || mention->kind == KIND_NEGOTIATION) &&
           !mention->label.definite && !mention->label.possessive;
}

/* "had announced the visit", "the talks were planned": what was to come then, and may be over. */
static bool may_be_over(const struct predicate *predicate, const struct verb *teller,
                        const struct mention *mention)
{
    const bool plan = predicate->sense == SENSE_PLAN;
    const bool known = plan && teller->passive && kind_is_generic(mention->kind) &&
                       mention->label.definite && mention->label.bare;
    const bool bygone = teller->bygone && (plan || predicate->sense == SENSE_ANNOUNCE ||
                                           predicate->sense == SENSE_PREPARE);
    return teller->tense == TENSE_PAST && (known || bygone);
}

/* What the verb says that speaks of the meeting. */
static void status_by(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                      struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    mention->status = predicate_status(finder, predicate);
    if (is_refused(predicate, mention))
        mention->status = STATUS_DENIED;
    status_unharmed(finder, noun, predicate, mention);
    mention->status_told = calls_off(predicate->sense) || !predicate_unfounded(finder, predicate);
    mention->status_told &= predicate->sense != SENSE_CHAIR || predicate->verb->tense != TENSE_PP;
    status_by_presence(finder, noun, predicate, mention);
    if (predicate->sense == SENSE_CONTINUE && mention->kind == KIND_VISIT &&
        mention->status == STATUS_HELD)
        mention->status = STATUS_ONGOING; /* "a poursuivi sa visite" */
    const struct annotation *word =
        verb_reading(finder->document, predicate->verb, LEXICON_EVENTVERB);
    if (word && look_lexeme(finder->document, word)->sends &&
        predicate->verb->tense == TENSE_PRES && status_has_begun(mention->status))
        mention->status = STATUS_SCHEDULED; /* "is sending B to the summit" */
    status_by_bidding(finder, noun, predicate, mention);
    const struct verb *teller = clause_verb(clause, predicate->teller);
    mention->unfinished = status_is_under_way(teller) ||
                          (mention->kind != KIND_VISIT && predicate->subject &&
                           goes_on_then(teller, finder_sense(finder, predicate->teller)));
    mention->now =
        status_is_now(teller) && status_of_sense(finder_sense(finder, predicate->teller)) ==
                                     STATUS_UNKNOWN; /* not "the agenda plans a visit" */
    const bool aim = predicate->sense == SENSE_PREPARE && predicate->subject;
    if (aim || (predicate->sense == SENSE_CLOSE && teller->tense == TENSE_FUT))
        mention->status_told = false; /* "elle devait préparer le sommet", "s'achèvera lundi" */
    mention->status_told &= !may_be_over(predicate, teller, mention);
    mention->lapsed = mention->status == STATUS_CANCELLED &&
                      (teller->negative || predicate->sense == SENSE_MISS) &&
                      (teller->tense == TENSE_PAST ||
                       teller->tense == TENSE_GER); /* "for not holding a meeting" */
    slot_ending(finder, noun, predicate, mention);
    if (only_includes(finder, predicate)) {
        mention->status = STATUS_UNKNOWN;
        mention->status_told = false;
        return;
    }
    const struct chunk *chunk = clause_chunk(clause, predicate->teller);
    mention->status_words = (struct span){chunk->begin, chunk->end};
}

/* "refused to take part in a meeting that was held on Monday", "organise un séminaire qui se
 * déroulera mardi": whether the relative clause says what became of the meeting itself. */
static bool tells_itself(const struct finder *finder, uint32_t noun,
                         const struct predicate *predicate, const struct predicate *beside)
{
    const bool act =
        beside->sense == SENSE_HOLD || beside->sense == SENSE_OPEN || beside->sense == SENSE_CLOSE;
    const uint32_t before =
        beside->index == CLAUSE_NONE || beside->index == 0 ? CLAUSE_NONE : beside->index - 1;
    if (before != CLAUSE_NONE && aside_takes_object(finder, before))
        return false; /* "une tournée qui le mènera en Inde" */
    return beside->index != CLAUSE_NONE && act && clause_finite(&finder->clause, beside->index) &&
           beside->verb->modality == MODALITY_NONE &&
           (!calls_off(predicate->sense) || predicate_absent(finder, noun, predicate));
}

/* "aucune date n'a été fixée pour ces pourparlers", "no date has been set for the talks": for it.
 */
static bool is_undated(const struct finder *finder, uint32_t noun,
                       const struct predicate *predicate)
{
    return predicate->sense == SENSE_PLAN && predicate->verb->passive &&
           predicate->verb->negative && predicate->index < noun &&
           (clause_governor(&finder->clause, noun) & TYPE(ABOUT));
}

/* "expects the visit will boost trade", "espère que la visite renforcera les liens": the noun has a
 * verb of its own, which no list has, and it is not the visit that is hoped for. */
static bool is_known_subject(const struct finder *finder, uint32_t noun,
                             const struct predicate *predicate, const struct mention *mention)
{
    return (predicate->sense == SENSE_EXPECT || predicate->sense == SENSE_PROPOSE) &&
           predicate->index < noun && !predicate->verb->passive &&
           (mention->label.definite || mention->label.possessive) &&
           unread_own_verb(finder, clause_chunk(&finder->clause, noun)->end);
}

/* What the verb that speaks of the meeting says, or the relative clause behind the noun. */
static void status_by_verb(const struct finder *finder, uint32_t noun,
                           const struct predicate *predicate, struct mention *mention)
{
    const struct predicate beside = predicate_beside(finder, noun, predicate);
    status_by(finder, noun, tells_itself(finder, noun, predicate, &beside) ? &beside : predicate,
              mention);
    const bool thanked = predicate->verb->tense == TENSE_GER && mention->status == STATUS_HELD;
    if (thanked && mention->label.sequence == SEQUENCE_NEXT)
        mention->status = STATUS_SCHEDULED; /* "thanked her for hosting the upcoming summit" */
    if (is_undated(finder, noun, predicate)) {
        mention->status = STATUS_SCHEDULED;
        mention->status_told = false;
    }
}

/* "l'annulation de la visite": what the noun that governs it says. */
static void status_by_deed(const struct finder *finder, uint32_t noun,
                           const struct predicate *predicate, struct mention *mention)
{
    const enum meeting_status told = mention->status;
    const enum sense deed = noun_deed(finder, noun);
    if (deed == SENSE_HOLD && mention->label.sequence == SEQUENCE_NEXT)
        return; /* "the results of the upcoming meeting" */
    const bool planned = deed == SENSE_PLAN || deed == SENSE_PROPOSE || deed == SENSE_PREPARE ||
                         deed == SENSE_HOLD || deed == SENSE_OPEN;
    const enum meeting_status fate =
        planned && predicate->index == CLAUSE_NONE ? deed_fate(finder, noun) : STATUS_UNKNOWN;
    mention->status = fate != STATUS_UNKNOWN ? fate : deed_status(deed, predicate, told);
    mention->status_told |= mention->status != told;
}

/* "agreed during the call", "told B at a meeting", "a déclaré après la réunion": what was done
 * there proves that it was. */
static bool is_witnessed(const struct finder *finder, uint32_t noun, uint32_t verb,
                         const struct mention *mention)
{
    const uint32_t at = clause_preposition(&finder->clause, noun);
    const struct str when = clause_when(&finder->clause, at);
    const bool there = kind_is_generic(mention->kind) && clause_is(&finder->clause, at, TYPE(AT));
    if (verb == CLAUSE_NONE)
        return (there || str_equal(when, STR("DURING"))) && unread_done(finder, noun);
    const bool beside =
        clause_is(&finder->clause, at, TYPE(SIDELINE)) && !clause_is_frame(&finder->clause, at);
    const struct verb *done = clause_verb(&finder->clause, verb);
    if (str_empty(when) && !there &&
        !(beside && done->bygone)) /* "avait vu A en marge du sommet" */
        return false;
    return !str_equal(when, STR("BEFORE")) && done->tense == TENSE_PAST && !done->negative &&
           done->modality == MODALITY_NONE;
}

/* "called for an emergency session, during which it elected A": whether something was done there.
 */
static bool was_done_there(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = CLAUSE_ADJUNCTS | TYPE(WITH) | TYPE(OF) | TYPE(PARTY);
    const uint64_t during = TYPE(AT) | TYPE(FOLLOWING);
    uint32_t i = noun + 1;
    while (clause_is(clause, i, between | during))
        i++;
    return clause_is(clause, i, TYPE(RELATIVE)) && clause_is(clause, i - 1, during) &&
           unread_past_behind(finder, clause_chunk(clause, i)->end);
}

/* "a été en visite en Inde", "était hier en visite": it is over. */
static bool has_been(const struct finder *finder, uint32_t token)
{
    enum { WORDS_BACK = 3, DATED_BACK = 5 };
    bool dated = false;
    for (uint32_t back = 1; back <= DATED_BACK && token > finder->sentence->begin + back; back++) {
        const struct annotation *been = look_at(finder->document, token - back, LEXICON_AUX);
        dated |= look_at(finder->document, token - back, ANNOTATION_DATE) != NULL;
        if (been)
            return (been->tag == TAG_PP && back <= WORDS_BACK) || (been->tag == TAG_IMPF && dated);
    }
    return false;
}

/* "discussed a possible meeting", "une rencontre éventuelle": whether a word beside it says that it
 * may come about, and nothing says more. */
static bool is_eventual(const struct finder *finder, uint32_t noun,
                        const struct predicate *predicate, const struct mention *mention)
{
    const uint64_t eventual = CLASS(EVENTUAL);
    const struct annotation *word = clause_chunk(&finder->clause, noun)->of;
    const bool open = mention->status == STATUS_UNKNOWN || mention->status == STATUS_SCHEDULED ||
                      predicate->sense == SENSE_PREPARE;
    const uint32_t name = mention->label.name.begin;
    const bool named = mention->label.name.end > name && name < word->begin;
    uint32_t before = (named ? name : word->begin) - 1; /* 'a "possible" meeting' */
    before -= before > finder->sentence->begin && titled_mark(finder->document, before);
    return open && (document_is(finder->document, before, eventual) ||
                    document_is(finder->document, word->begin, eventual) ||
                    document_is(finder->document, word->end, eventual));
}

/* "flew to Oslo for talks with B", "just arrived for talks". */
static void status_by_travel(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const uint32_t travels = noun_traveller(finder, noun);
    if (mention->status != STATUS_UNKNOWN || travels == CLAUSE_NONE)
        return;
    const struct verb *verb = clause_verb(&finder->clause, travels);
    const bool waits = mention->kind != KIND_VISIT &&
                       (act_has_arrived(finder, verb) || travels_today(finder, travels));
    mention->status = waits ? STATUS_SCHEDULED : there_by_travel(finder, travels);
    mention->status_told = true;
}

/* "the next summit", "the previous round". */
static void status_by_sequence(struct mention *mention)
{
    const uint8_t sequence = mention->label.sequence;
    const bool over = sequence == SEQUENCE_PREVIOUS || sequence == SEQUENCE_LAST;
    if (mention->status != STATUS_UNKNOWN || !(over || sequence == SEQUENCE_NEXT))
        return;
    mention->status = over ? STATUS_HELD : STATUS_SCHEDULED;
    mention->status_told = true;
}

/* "s'est entretenu hier avec A avant une rencontre avec B": the next talk of a day gone by. */
static bool is_before_over(const struct finder *finder, uint32_t noun,
                           const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t verb = clause_governing_verb(clause, noun);
    if (!kind_is_generic(mention->kind) || !mention->label.indefinite || verb == CLAUSE_NONE ||
        clause_verb(clause, verb)->tense != TENSE_PAST ||
        !finder_tells_meeting(finder, clause_verb(clause, verb)) || !act_day_gone(finder))
        return false;
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(DATE) | TYPE(SEQUENCE)))
            return false;
    }
    return true;
}

void noun_status(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                 struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    mention->status = STATUS_UNKNOWN;
    if (predicate->index == CLAUSE_NONE && status_by_unreal(finder, noun, mention))
        return;
    if (predicate->index != CLAUSE_NONE && is_known_subject(finder, noun, predicate, mention))
        mention->under_way = mention->kind == KIND_VISIT;
    else if (predicate->index != CLAUSE_NONE && !is_of_guest(finder, predicate, mention))
        status_by_verb(finder, noun, predicate, mention);
    if (predicate->index != CLAUSE_NONE)
        there_to_attend(finder, predicate, &mention->status);
    if (mention->status == STATUS_PROPOSED && predicate->index < noun &&
        was_done_there(finder, noun))
        mention->status = STATUS_HELD;
    status_by_retreat(finder, noun, predicate, mention);
    status_by_deed(finder, noun, predicate, mention);
    if (is_negated(finder, mention) ||
        finder_denied(finder, predicate->index == CLAUSE_NONE ? noun : predicate->index)) {
        mention->status = STATUS_DENIED;
        mention->status_told = true;
    }
    if (is_eventual(finder, noun, predicate, mention)) {
        mention->status = STATUS_PROPOSED;
        mention->status_told = true;
    }
    status_by_travel(finder, noun, mention);
    const uint32_t leaves = clause_governing_verb(clause, noun);
    if ((mention->status == STATUS_UNKNOWN || predicate->index == leaves) &&
        leaves != CLAUSE_NONE &&
        (leaves_for(finder, leaves) || leaves_toward(finder, leaves, noun)))
        mention->status = STATUS_SCHEDULED; /* "leaves today for the summit" */
    status_by_sequence(mention);
    status_timed(finder, noun, mention);
    if (mention->status != STATUS_UNKNOWN)
        return;
    const struct str when = clause_when(clause, clause_preposition(clause, noun));
    if (there_for(finder, noun)) {
        mention->status = STATUS_ONGOING;
        return;
    }
    const bool since = noun_is_since(finder, noun) && !clause_is_opening(clause, noun);
    const bool future = (!since && noun_is_ahead(finder, noun)) ||
                        (str_equal(when, STR("BEFORE")) && !is_before_over(finder, noun, mention));
    /* "en visite en Inde", "on a visit to": who is on it has not come back. */
    const bool on = mention->kind == KIND_VISIT && !mention->label.possessive &&
                    (clause_governor(clause, noun) & TYPE(AT)) != 0;
    const bool been =
        on && (has_been(finder, clause_chunk(clause, noun)->begin) || was_on_day(finder, noun));
    mention->under_way |= on && !been;
    mention->status = future ? STATUS_SCHEDULED : mention->under_way ? STATUS_ONGOING : STATUS_HELD;
    mention->status_told =
        mention->status == STATUS_HELD &&
        (been || since || noun_is_one_before(finder, noun) || noun_is_sequel(finder, noun) ||
         unread_was(finder, noun) ||
         is_witnessed(finder, noun, clause_governing_verb(clause, noun), mention));
}

void status_not_until(const struct finder *finder, struct mention *mention)
{
    enum { WORDS_BACK = 3 };
    const struct document *document = finder->document;
    uint32_t t = mention->label.words.begin;
    if (!mention->until || mention->date)
        return;
    for (uint32_t back = 0; back < WORDS_BACK && t > finder->sentence->begin; back++) {
        if (!document_is(document, --t, CLASS(NEGATION)))
            continue;
        const struct annotation *be =
            t > finder->sentence->begin ? look_at(document, t - 1, LEXICON_AUX) : NULL;
        if (mention->status == STATUS_HELD && !(be && be->tag == TAG_INF))
            return; /* "there were no talks until", not "would be no talks until" */
        mention->date = mention->until;
        mention->until = NULL;
        mention->status = STATUS_SCHEDULED;
        mention->status_told = true;
        return;
    }
}
