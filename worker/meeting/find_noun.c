#include "annotate/look.h"
#include "meeting/find.h"
#include "meeting/label.h"
#include "meeting/occasion.h"
#include "meeting/predicate.h"
#include "meeting/status.h"

/* "X attended the meeting": who takes part in one that the words take for known. */
static bool is_entering(const struct predicate *predicate, const struct mention *mention)
{
    const enum sense sense = predicate->index == CLAUSE_NONE ? SENSE_NONE : predicate->sense;
    return mention->label.definite && mention->label.bare && mention->label.edition <= 0 &&
           (sense == SENSE_ATTEND || sense == SENSE_CHAIR || sense == SENSE_OPEN ||
            sense == SENSE_CLOSE || sense == SENSE_HOSTEVENT);
}

/* "will vote at the meeting": an auxiliary tells it whose verb no list has. */
static bool is_under_will(const struct finder *finder, uint32_t noun)
{
    const struct document *document = finder->document;
    for (uint32_t t = clause_chunk(&finder->clause, noun)->begin; t-- > finder->sentence->begin;) {
        const struct annotation *aux = look_at(document, t, LEXICON_AUX);
        if (aux && (aux->tag == TAG_FUT || /* "sera à Lyon pour une réunion" */
                    str_equal(pack_column(document->pack, aux->value, 0), STR("WILL"))))
            return true;
        if (look_flag(document, t, TOKEN_PUNCT))
            return false;
    }
    return false;
}

/* Whether the verb that governs the noun says that it is to come: "would meet at the summit". */
static bool is_to_come(const struct finder *finder, uint32_t noun)
{
    const uint64_t at = TYPE(AT) | TYPE(SIDELINE) | TYPE(FOLLOWING);
    const uint32_t index = clause_governing_verb(&finder->clause, noun);
    if (index == CLAUSE_NONE)
        return is_under_will(finder, noun);
    const struct verb *verb = clause_verb(&finder->clause, index);
    return verb->tense == TENSE_FUT || verb->modality == MODALITY_DUE ||
           verb->modality == MODALITY_MAY ||
           (verb->tense == TENSE_COND && (clause_governor(&finder->clause, noun) & at));
}

/* "had held no direct talks": the word right before says that there were none. */
static bool is_negated(const struct finder *finder, const struct mention *mention)
{
    uint32_t begin = mention->trigger.begin;
    if (mention->label.name.end > mention->label.name.begin && mention->label.name.begin < begin)
        begin = mention->label.name.begin;
    return begin > finder->sentence->begin &&
           document_is(finder->document, begin - 1, CLASS(NEGATION));
}

/* What the verb says that speaks of the meeting. */
static void status_by_verb(const struct finder *finder, const struct predicate *predicate,
                           struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    mention->status = predicate_status(finder, predicate);
    mention->status_told = true;
    if (mention->status == STATUS_DENIED && predicate_absent(finder, predicate) &&
        kind_is_gathering(mention->kind))
        mention->status = STATUS_SCHEDULED; /* "declined to attend": held without them */
    if (predicate->sense == SENSE_CONTINUE && mention->kind == KIND_VISIT &&
        mention->status == STATUS_HELD)
        mention->status = STATUS_ONGOING; /* "a poursuivi sa visite" */
    if (mention->status == STATUS_PROPOSED && predicate->sense == SENSE_ATTEND &&
        mention->label.definite && kind_is_gathering(mention->kind))
        mention->status = STATUS_SCHEDULED; /* "a invité X à participer au sommet" */
    const struct verb *teller = clause_verb(clause, predicate->teller);
    mention->lapsed =
        mention->status == STATUS_CANCELLED && teller->negative && teller->tense == TENSE_PAST;
    const struct chunk *chunk = clause_chunk(clause, predicate->teller);
    mention->status_words = (struct span){chunk->begin, chunk->end};
}

/* "l'annulation de la visite": what the noun that governs it says. */
static void status_by_deed(const struct finder *finder, uint32_t noun,
                           const struct predicate *predicate, struct mention *mention)
{
    const enum meeting_status told = mention->status;
    mention->status = deed_status(noun_deed(finder, noun), predicate, told);
    mention->status_told |= mention->status != told;
}

/* "agreed during the call", "a déclaré après la réunion": what was done there proves that it was.
 */
static bool is_witnessed(const struct finder *finder, uint32_t noun, uint32_t verb)
{
    const struct str when = clause_when(&finder->clause, clause_preposition(&finder->clause, noun));
    if (verb == CLAUSE_NONE || str_empty(when))
        return false;
    const struct verb *done = clause_verb(&finder->clause, verb);
    return !str_equal(when, STR("BEFORE")) && done->tense == TENSE_PAST && !done->negative &&
           done->modality == MODALITY_NONE;
}

static void noun_status(const struct finder *finder, uint32_t noun,
                        const struct predicate *predicate, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    mention->status = STATUS_UNKNOWN;
    if (predicate->index != CLAUSE_NONE)
        status_by_verb(finder, predicate, mention);
    status_by_deed(finder, noun, predicate, mention);
    if (is_negated(finder, mention) ||
        finder_denied(finder, predicate->index == CLAUSE_NONE ? noun : predicate->index)) {
        mention->status = STATUS_DENIED;
        mention->status_told = true;
    }
    const uint32_t travels = noun_traveller(finder, noun);
    if (mention->status == STATUS_UNKNOWN && travels != CLAUSE_NONE) {
        mention->status = status_of_meeting_verb(clause_verb(clause, travels));
        mention->status_told = true; /* "flew to Oslo for talks with B" */
    }
    const uint8_t sequence = mention->label.sequence;
    if (mention->status == STATUS_UNKNOWN && sequence == SEQUENCE_NEXT) {
        mention->status = STATUS_SCHEDULED;
        mention->status_told = true;
    } else if (mention->status == STATUS_UNKNOWN &&
               (sequence == SEQUENCE_PREVIOUS || sequence == SEQUENCE_LAST)) {
        mention->status = STATUS_HELD;
        mention->status_told = true;
    }
    if (mention->status != STATUS_UNKNOWN)
        return;
    const bool future = is_to_come(finder, noun);
    /* "en visite en Inde", "on a visit to": who is on it has not come back. */
    mention->under_way = mention->kind == KIND_VISIT && !mention->label.possessive &&
                         (clause_governor(clause, noun) & TYPE(AT)) != 0;
    mention->status = future ? STATUS_SCHEDULED : mention->under_way ? STATUS_ONGOING : STATUS_HELD;
    mention->status_told = mention->status == STATUS_HELD &&
                           is_witnessed(finder, noun, clause_governing_verb(clause, noun));
}

/* "Parliament will hold a sitting": a body alone is not a party of its own session. */
static void noun_session(const struct finder *finder, struct mention *mention)
{
    const bool alone = mention->party_count == 1 ||
                       (mention->party_count > 1 && mention->parties[1].part != PART_ATTENDEE);
    if (!alone || mention->pronoun ||
        (mention->kind != KIND_SESSION && mention->kind != KIND_TALKS) ||
        !finder_sits(finder, mention->parties[0].party))
        return;
    mention->kind = KIND_SESSION;
    mention->strong = true;
    const struct party *body = mention->parties[0].party;
    mention->party_count--;
    memmove(mention->parties, mention->parties + 1,
            mention->party_count * sizeof *mention->parties);
    /* "le comité tiendra sa 13e session": the number alone names none. */
    const bool number = mention->label.bare && mention->label.edition > 0;
    if (number || mention->label.name.end <= mention->label.name.begin) {
        const uint32_t end = label_end(finder->document, finder->sentence, body->name_begin);
        mention->label.name =
            (struct span){body->name_begin, end > body->name_end ? end : body->name_end};
        mention->label.series = mention->label.name;
    }
}

/* Whether a city there is where the meeting is: before the word for it, or behind "of" or "in". */
static bool is_seat(const struct finder *finder, const struct annotation *noun, uint32_t token)
{
    const uint64_t inside = CLASS(OF) | CLASS(AT);
    if (token <= noun->end || document_is(finder->document, token, inside))
        return true;
    while (document_is(finder->document, token - 1, CLASS(DETERMINER)) &&
           !document_is(finder->document, token - 1, inside))
        token--;
    return document_is(finder->document, token - 1, inside);
}

/* A city inside the name is its place: "le sommet de Bichkek", "the Brussels summit". */
static void label_place(const struct finder *finder, const struct annotation *noun,
                        struct mention *mention)
{
    for (uint32_t t = mention->label.name.begin; t < mention->label.name.end; t++) {
        const struct annotation *place = look_at(finder->document, t, ANNOTATION_PLACE);
        if (!place)
            continue;
        const struct spot *spot = place->detail;
        if (spot->city && !mention->place && is_seat(finder, noun, place->begin) &&
            !look_flag(finder->document, place->end < mention->label.name.end ? place->end : t,
                       TOKEN_HYPHEN))
            mention->place = place;
    }
}

/* Those told one by one inside the name: "la réunion des dirigeants de A, de B et de C". */
static void label_parties(const struct finder *finder, struct mention *mention)
{
    for (uint32_t t = mention->label.name.begin; t < mention->label.name.end; t++) {
        const struct annotation *annotation = look_at(finder->document, t, ANNOTATION_PARTY);
        if (!annotation || party_members(annotation)->count < 2 ||
            annotation->end > mention->label.name.end)
            continue;
        for (unsigned i = 0; i < party_members(annotation)->count; i++) {
            if (mention->party_count < MENTION_PARTIES)
                mention->parties[mention->party_count++] =
                    (struct slot){party_members(annotation)->at[i], PART_ATTENDEE};
        }
        return;
    }
}

/* "talks between A and B have been underway": when, where and which of them is untold. */
static bool is_process(const struct mention *mention)
{
    return mention->label.plural && !mention->status_told && !mention->date && !mention->place &&
           mention->label.edition <= 0 && mention->label.sequence == SEQUENCE_NONE &&
           !mention->until && !mention->attended && !mention->label.possessive &&
           (mention->kind == KIND_TALKS || mention->kind == KIND_NEGOTIATION);
}

static bool noun_counts(const struct mention *mention)
{
    const bool named = mention->label.name.end > mention->label.name.begin;
    const bool dated = mention->date || mention->moved_to || mention->until;
    const bool told = mention->party_count > 0 || named || dated || mention->place;
    const bool chaired = mention->party_count > 0 && mention->parties[0].part == PART_CHAIR;
    const bool placed = mention->place && mention->status_told && mention->strong;
    if (mention->label.plural && !dated && !placed && mention->party_count < 2)
        return (mention->label.definite && chaired) || /* "X présidera les débats" */
               (mention->party_count && mention->parties[0].party->plural &&
                mention->parties[0].party->delegation);
    if (is_process(mention))
        return false;
    if (mention->attended && mention->kind != KIND_TALKS)
        return true;
    if (mention->sideline && mention->label.definite)
        return true;
    if (mention->strong)
        return told || mention->label.definite || mention->label.possessive;
    if (mention->party_count > 0 || mention->pronoun)
        return mention->party_count > 1 || mention->status_told || mention->place ||
               mention->label.possessive || mention->under_way ||
               (mention->during && mention->label.definite);
    if (mention->label.definite && mention->status_told && (mention->date || mention->place))
        return true; /* "the talks, which opened on Monday": told before */
    if (mention->date && mention->place &&
        kind_is_gathering(mention->kind) + (mention->kind == KIND_NEGOTIATION) > 0)
        return true; /* "l'ouverture des négociations à Lomé mercredi soir" */
    return named &&
           (mention->date || mention->place || mention->status_told || mention->label.edition > 0);
}

/* "The meeting, held behind closed doors, ended": whether a verb says so behind the noun before
 * anybody else is told of. */
static bool has_ended(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(NOUN) | TYPE(STOP)))
            break;
        if (clause_is(clause, i, TYPE(VERB)) && finder_sense(finder, i) == SENSE_CLOSE &&
            clause_verb(clause, i)->tense == TENSE_PAST && clause_finite(clause, i))
            return true;
    }
    return false;
}

/* "une visite officielle de trois jours", "a three-day visit"; one that closed can have it told
 * later: "s'est achevé vendredi à Genève, après trois jours". */
int16_t slot_days(const struct finder *finder, uint32_t noun, bool closed)
{
    enum { AROUND = 5 };
    const struct chunk *chunk = clause_chunk(&finder->clause, noun);
    const uint32_t least = finder->sentence->begin, most = finder->sentence->end;
    const uint32_t begin = chunk->begin < least + AROUND ? least : chunk->begin - AROUND;
    const uint32_t end = closed || chunk->end + AROUND > most ? most : chunk->end + AROUND;
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *annotation = look_at(finder->document, t, ANNOTATION_DURATION);
        if (annotation)
            return ((const struct duration *)annotation->detail)->days;
    }
    return 0;
}

/* "le Forum a été créé en 2000": a verb that no list knows says something of the series, and not of
 * one of its meetings. */
static bool is_series(const struct finder *finder, const struct annotation *noun,
                      const struct predicate *predicate, const struct mention *mention)
{
    const uint32_t end = mention->label.name.end > noun->end ? mention->label.name.end : noun->end;
    return noun->kind == LEXICON_SERIES && mention->label.bare && mention->label.edition <= 0 &&
           predicate->index == CLAUSE_NONE && end < finder->sentence->end &&
           look_at(finder->document, end, LEXICON_AUX);
}

/* "la COP14, la Conférence de l'ONU sur la désertification, …": a second name behind a comma. */
static bool is_apposed(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    if (noun < 2 || !clause_is(clause, noun - 1, TYPE(COMMA)) ||
        !clause_is(clause, noun - 2, TYPE(NOUN)))
        return false;
    const struct label *before = &finder->labels[noun - 2], *label = &finder->labels[noun];
    const uint32_t comma = clause_chunk(clause, noun - 1)->begin;
    const bool close = clause_chunk(clause, noun - 2)->end == comma || before->name.end == comma;
    return close && label->definite && before->kind == label->kind &&
           before->plural == label->plural &&
           document_is(finder->document, comma + 1, CLASS(DETERMINER));
}

/* "council meetings are held each month", "a meeting would be held if necessary". */
static bool is_customary(const struct finder *finder, const struct predicate *predicate)
{
    if (predicate->index == CLAUSE_NONE)
        return false;
    const bool now = predicate->verb->tense == TENSE_PRES &&
                     predicate->verb->modality == MODALITY_NONE && predicate->sense == SENSE_HOLD;
    return (now || predicate->verb->tense == TENSE_COND) && finder_generic(finder);
}

void find_by_noun(struct finder *finder, uint32_t index)
{
    const struct annotation *noun = clause_chunk(&finder->clause, index)->of;
    const struct lexeme *lexeme = look_lexeme(finder->document, noun);
    struct mention *mention = noun_is_manner(finder, index) ? NULL : finder_mention(finder, index);
    if (!mention)
        return;
    mention->label = finder->labels[index];
    mention->kind = mention->label.kind;
    mention->mode = lexeme->mode;
    mention->official = lexeme->official;
    mention->strong = lexeme->strong || noun->kind == LEXICON_SERIES;
    mention->apposed = is_apposed(finder, index);
    mention->sideline = (clause_governor(&finder->clause, index) & TYPE(SIDELINE)) != 0;
    const struct predicate predicate = predicate_of(finder, index);
    noun_parties(finder, index, &predicate, mention);
    mention->entering = is_entering(&predicate, mention);
    noun_status(finder, index, &predicate, mention);
    slot_circumstances(finder, mention, index);
    slot_during(finder, mention, index);
    if (predicate.index != CLAUSE_NONE)
        slot_ahead(finder, mention, clause_verb(&finder->clause, predicate.teller));
    const bool closed = predicate.index != CLAUSE_NONE && predicate.sense == SENSE_CLOSE;
    mention->days = slot_days(finder, index, closed);
    mention->closed = mention->status == STATUS_HELD && (closed || has_ended(finder, index));
    mention->preparing = predicate_prepares(finder, index);
    mention->opening = predicate.index != CLAUSE_NONE && predicate.sense == SENSE_OPEN;
    if (mention->party_count == 0)
        label_parties(finder, mention);
    if (noun_is_counted(finder, mention))
        return;
    noun_session(finder, mention);
    label_place(finder, noun, mention);
    if (!noun_counts(mention) || is_series(finder, noun, &predicate, mention) ||
        noun_is_idle(finder, index, &predicate, mention) || is_customary(finder, &predicate))
        return;
    slot_speaker(finder, mention, index);
    keep_apart(finder, mention,
               mention->label.plural ? clause_after(&finder->clause, index, TYPE(PARTY), TYPE(WITH))
                                     : CLAUSE_NONE);
}
