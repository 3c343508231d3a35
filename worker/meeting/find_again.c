#include "annotate/look.h"
#include "meeting/find.h"
#include "meeting/predicate.h"
#include "meeting/status.h"

/*
 * What a sentence tells of a meeting without a word for it: "It ends on Friday", "Among those
 * attending were A and B", "She will be accompanied by C".  Such a mention only joins an occasion
 * that is known.
 */

static bool tells_meeting(const struct finder *finder, uint32_t chunk)
{
    const uint32_t begin = clause_chunk(&finder->clause, chunk)->begin;
    for (uint32_t i = 0; i < finder->count; i++) {
        if (finder->mentions[i]->trigger.begin == begin)
            return true;
    }
    return clause_is(&finder->clause, chunk, TYPE(NOUN));
}

/* Where what tells no meeting by a word of its own begins: "A a reçu B; C y était représenté". */
static uint32_t untold_from(const struct finder *finder)
{
    uint32_t from = 0;
    bool told = false;
    for (uint32_t i = 0; i < finder->clause.chunks.count; i++) {
        if (tells_meeting(finder, i)) {
            told = true;
        } else if (told && clause_is(&finder->clause, i, TYPE(STOP))) {
            told = false;
            from = i + 1;
        }
    }
    return told ? finder->clause.chunks.count : from;
}

static struct mention *again(struct finder *finder, uint32_t index, enum meeting_kind kind)
{
    struct mention *mention = finder_mention(finder, index);
    if (!mention)
        return NULL;
    mention->kind = mention->label.kind = kind;
    mention->label.definite = true;
    mention->label.bare = true;
    mention->status = STATUS_HELD;
    return mention;
}

static bool tells_course(enum sense sense)
{
    return sense == SENSE_HOLD || sense == SENSE_OPEN || sense == SENSE_CLOSE ||
           sense == SENSE_POSTPONE || sense == SENSE_CANCEL || sense == SENSE_MOVE;
}

/* "It ends on Friday", "Elle s'est tenue à Paris": no object, and "it" as subject. */
static void find_by_pronoun(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const enum sense sense = finder_sense(finder, index);
    const uint32_t subject = clause_subject(clause, index);
    if (!tells_course(sense) || !clause_is(clause, subject, TYPE(PRONOUN)) || subject > 1 ||
        clause_is(clause, index + 1, TYPE(PARTY) | TYPE(NOUN)))
        return;
    struct mention *mention = again(finder, index, KIND_TALKS);
    if (!mention)
        return;
    const struct verb *verb = clause_verb(clause, index);
    mention->status = sense == SENSE_CLOSE && verb->tense == TENSE_PRES
                          ? STATUS_ONGOING /* "It ends on Friday" */
                          : status_of_event_verb(verb, sense);
    mention->status_told = true;
    slot_circumstances(finder, mention, index);
    mention->joining = true; /* "it" may be anything, if no meeting was told before */
    if (mention->date || mention->place || mention->until || mention->moved_to)
        finder_keep(finder, mention);
}

/* Keeps a mention whose trigger is the chunk at index and that adds the people of other. */
static void join(struct finder *finder, uint32_t index, enum meeting_kind kind, uint32_t other)
{
    struct mention *mention = again(finder, index, kind);
    if (!mention)
        return;
    slot_parties(finder, mention, other, PART_ATTENDEE);
    mention->joining = true;
    finder_keep(finder, mention);
}

/* "Elle a réuni A, B et C": those whom the meeting told before brought together. */
static void find_gathered(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t subject = clause_subject(clause, index);
    const uint32_t object = clause_after(clause, index, TYPE(PARTY), GOVERNOR_NONE);
    const struct verb *verb = clause_verb(clause, index);
    if (finder_sense(finder, index) != SENSE_HOLD || verb->passive ||
        !clause_finite(clause, index) || subject > 1 ||
        !clause_is(clause, subject, TYPE(PRONOUN)) || object == CLAUSE_NONE ||
        party_members(clause_chunk(clause, object)->of)->count < 2)
        return;
    join(finder, index, KIND_TALKS, object);
}

/* "A et B étaient présents.": no word follows that says where else. */
static void find_present(struct finder *finder, uint32_t verb, uint32_t subject)
{
    uint32_t t = clause_chunk(&finder->clause, verb)->end;
    while (t < finder->sentence->end && document_is(finder->document, t, CLASS(ADVERB)))
        t++;
    const bool alone = t >= finder->sentence->end || look_flag(finder->document, t, TOKEN_PUNCT);
    if (!alone || !clause_is(&finder->clause, subject, TYPE(PARTY)))
        return;
    join(finder, verb, KIND_TALKS, subject);
}

/* "Among those attending were A and B": the people follow their verb. */
static void find_by_attendance(struct finder *finder, uint32_t index)
{
    const uint32_t subject = clause_subject(&finder->clause, index);
    if (finder_sense(finder, index) != SENSE_ATTEND)
        return;
    if (subject != CLAUSE_NONE) {
        find_present(finder, index, subject);
        return;
    }
    if (index > 2 || !clause_is(&finder->clause, index + 1, TYPE(PARTY)))
        return;
    join(finder, index, KIND_TALKS, index + 1);
}

/* "The president will be accompanied by X": whoever comes along. */
static void find_by_company(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t company = company_behind(finder, index);
    if (company == CLAUSE_NONE)
        return;
    struct mention *mention = again(finder, index, KIND_OTHER);
    if (!mention)
        return;
    const struct party *visitor = index > 0 && clause_is(clause, index - 1, TYPE(PARTY))
                                      ? party_members(clause_chunk(clause, index - 1)->of)->at[0]
                                      : NULL;
    if (visitor && visitor->person) /* "the president" alone may be either side's */
        slot_parties(finder, mention, index - 1, PART_VISITOR);
    slot_row(finder, mention, company);
    mention->joining = mention->company = true;
    finder_keep(finder, mention);
}

/* "The delegation was led by X": who stands at its head; "They were joined by X": who came too. */
static void find_by_head(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t side = clause_subject(clause, index);
    const uint32_t head = clause_after(clause, index, TYPE(PARTY), TYPE(BY));
    const enum sense sense = finder_sense(finder, index);
    if ((sense != SENSE_CHAIR && sense != SENSE_ATTEND) || !clause_verb(clause, index)->passive ||
        head == CLAUSE_NONE || !clause_is(clause, side, TYPE(PARTY) | TYPE(PLURAL_PRONOUN)))
        return;
    const struct party *party = clause_is(clause, side, TYPE(PARTY))
                                    ? party_members(clause_chunk(clause, side)->of)->at[0]
                                    : NULL;
    if (sense == SENSE_CHAIR && (!party || (party->type != PARTY_GROUP && !party->delegation)))
        return;
    join(finder, index, KIND_OTHER, head);
}

void find_again(struct finder *finder)
{
    for (uint32_t i = untold_from(finder); i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(ACCOMPANIED))) {
            find_by_company(finder, i);
        } else if (clause_is(&finder->clause, i, TYPE(VERB))) {
            find_by_pronoun(finder, i);
            find_gathered(finder, i);
            find_by_attendance(finder, i);
            find_by_head(finder, i);
        }
    }
}
