#include "meeting/find/again.h"
#include "annotate/look.h"
#include "annotate/party/roll.h"
#include "meeting/clause/status.h"
#include "meeting/find/object.h"
#include "meeting/find/predicate.h"
#include "meeting/find/when.h"

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

/* "Ils n'ont pas eu lieu", and not "Ils n'ont pas tenu leurs promesses". */
static bool has_failed(const struct finder *finder, uint32_t index, enum sense sense)
{
    const struct verb *verb = clause_verb(&finder->clause, index);
    const uint32_t behind = clause_chunk(&finder->clause, index)->end;
    return sense == SENSE_HOLD && verb->negative && !verb->passive &&
           (behind == finder->sentence->end ||
            !document_is(finder->document, behind,
                         CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(OF)));
}

/* What the talks are of which the sentence before tells last: KIND_OTHER: of none. */
static enum meeting_kind talks_before(const struct finder *finder)
{
    enum meeting_kind kind = KIND_OTHER;
    const struct document *document = finder->document;
    const struct sentence *before =
        finder->number ? &document->sentences.at[finder->number - 1] : NULL;
    for (uint32_t t = before ? before->begin : 0; before && t < before->end; t++) {
        const struct annotation *noun = look_at(document, t, LEXICON_MEETNOUN);
        if (noun)
            kind = look_lexeme(document, noun)->kind;
    }
    return kind == KIND_TALKS || kind == KIND_NEGOTIATION ? kind : KIND_OTHER;
}

/* "Elles reprendront mercredi": the talks told before, on another day. */
static void find_resumed(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct verb *verb = clause_verb(clause, index);
    const bool ahead = verb->tense == TENSE_FUT || verb->modality == MODALITY_DUE;
    if (finder_sense(finder, index) != SENSE_RESUME || !ahead || verb->negative)
        return;
    const uint32_t subject = clause_subject(clause, index);
    if (subject > 1 || !clause_is(clause, subject, TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) ||
        clause_is(clause, index + 1, TYPE(PARTY) | TYPE(NOUN)))
        return;
    const enum meeting_kind kind = talks_before(finder);
    struct mention *mention = kind == KIND_OTHER ? NULL : again(finder, index, kind);
    if (!mention)
        return;
    mention->status = STATUS_SCHEDULED;
    mention->status_told = mention->standin = true;
    slot_circumstances(finder, mention, index);
    if (mention->date)
        finder_keep(finder, mention);
}

/* "They will end on Friday": whether the talks told before close on the day right behind the verb.
 */
static bool close_then(const struct finder *finder, uint32_t index, enum sense sense)
{
    const struct clause *clause = &finder->clause;
    const uint32_t end = clause_chunk(clause, index)->end;
    const uint32_t day = index + 1 + clause_is(clause, index + 1, TYPE(AT));
    return sense == SENSE_CLOSE && clause_is(clause, day, TYPE(DATE)) &&
           clause_chunk(clause, index + 1)->begin == end && talks_before(finder) != KIND_OTHER;
}

/* "It ends on Friday", "Elle s'est tenue à Paris": no object, and "it" as subject. */
static void find_by_pronoun(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const enum sense sense = finder_sense(finder, index);
    if (!tells_course(sense))
        return;
    const uint32_t subject = clause_subject(clause, index);
    const bool failed = has_failed(finder, index, sense);
    const bool many = failed || days_behind(finder, index) > 0 || /* "they will last three days" */
                      close_then(finder, index, sense);
    if (subject > 1 ||
        !clause_is(clause, subject, TYPE(PRONOUN) | (many ? TYPE(PLURAL_PRONOUN) : 0)) ||
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
    status_unmoved(finder, index, mention);
    mention->days = days_behind(finder, index);
    mention->status_told &= mention->days == 0; /* "Il durera cinq jours": begun or not */
    mention->joining = true; /* "it" may be anything, if no meeting was told before */
    const bool off = failed || (verb->passive && calls_off(sense)); /* "Elle a été annulée." */
    if (mention->date || mention->place || mention->until || mention->moved_to || mention->days ||
        off)
        finder_keep(finder, mention);
}

struct mention *finder_join(struct finder *finder, uint32_t index, enum meeting_kind kind,
                            uint32_t other)
{
    struct mention *mention = again(finder, index, kind);
    if (!mention)
        return NULL;
    slot_row(finder, mention, other);
    mention->joining = true;
    finder_keep(finder, mention);
    return mention;
}

/* "Elle a réuni A, B et C": those whom the meeting told before brought together. */
static void find_gathered(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct verb *verb = clause_verb(clause, index);
    if (finder_sense(finder, index) != SENSE_HOLD || verb->passive || !clause_finite(clause, index))
        return;
    const uint32_t subject = clause_subject(clause, index);
    const bool counted = verb_has_noun(finder, index); /* "a vu la participation de A" */
    const uint32_t object =
        clause_after(clause, index, TYPE(PARTY), GOVERNOR_NONE | (counted ? TYPE(OF) : 0));
    if (subject > 1 || !clause_is(clause, subject, TYPE(PRONOUN)) || object == CLAUSE_NONE ||
        (party_members(clause_chunk(clause, object)->of)->count < 2 && !counted))
        return;
    finder_join(finder, index, KIND_TALKS, object);
}

bool is_the_event(const struct finder *finder, uint32_t token)
{
    const struct document *document = finder->document;
    const uint64_t articles = CLASS(DETERMINER) | CLASS(DEMONSTRATIVE) | CLASS(TO) | CLASS(AT);
    uint32_t t = token;
    while (t < finder->sentence->end && document_is(document, t, articles))
        t++;
    if (t == token || !document_is(document, t, CLASS(STANDIN)) ||
        document_is(document, t - 1, CLASS(INDEFINITE)))
        return false;
    const uint64_t others = CLASS(OF) | CLASS(PARTICLE); /* "the work of the committee" */
    return t + 1 >= finder->sentence->end || look_flag(document, t + 1, TOKEN_PUNCT) ||
           look_at(document, t + 1, LEXICON_AUX) || look_at(document, t + 1, ANNOTATION_DATE) ||
           (document_is(document, t + 1, UINT64_MAX) && !document_is(document, t + 1, others));
}

/* "A et B étaient présents.": no word follows that says where else; "A attended the event". */
static void find_present(struct finder *finder, uint32_t verb, uint32_t subject)
{
    uint32_t t = clause_chunk(&finder->clause, verb)->end;
    while (t < finder->sentence->end && document_is(finder->document, t, CLASS(ADVERB)))
        t++;
    const bool event = is_the_event(finder, t);
    const bool alone = t >= finder->sentence->end || look_flag(finder->document, t, TOKEN_PUNCT);
    if ((!alone && !event) || !clause_is(&finder->clause, subject, TYPE(PARTY)))
        return;
    struct mention *mention = finder_join(finder, verb, KIND_TALKS, subject);
    if (mention && event)
        slot_row_before(finder, mention, subject);
}

/* "refused to attend", "ne participera pas". */
static bool stays_away(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    uint32_t before = index;
    while (before > 0 && clause_is(clause, before - 1, TYPE(OF) | TYPE(TO) | TYPE(PRONOUN)))
        before--;
    const bool helped = before > 0 && clause_is(clause, before - 1, TYPE(VERB));
    return clause_verb(clause, index)->negative ||
           (helped && finder_sense(finder, before - 1) == SENSE_REFUSE);
}

/* "Étaient présents du côté togolais : A, B et C": the party behind the verb at index and what few
 * words say of which side it is. */
static uint32_t attending_behind(const struct finder *finder, uint32_t index)
{
    enum { ASIDE_MAX = 4 };
    const struct clause *clause = &finder->clause;
    uint32_t i = index + 1;
    if (!clause_finite(clause, index))
        return i;
    while (i <= index + ASIDE_MAX && clause_is(clause, i, TYPE(OF) | TYPE(AT) | TYPE(COMMA)))
        i++;
    const bool colon = clause_is(clause, i, TYPE(STOP)) &&
                       look_mark(finder->document, clause_chunk(clause, i)->begin, ':');
    return i + colon;
}

/* "S'adressant au ministre B", "une lettre adressée à B": whether the party is who is spoken to. */
static bool speaks_to(const struct finder *finder, uint32_t party)
{
    const uint32_t begin = clause_chunk(&finder->clause, party)->begin;
    return document_is(finder->document, begin, CLASS(TO)) ||
           document_is(finder->document, begin - (begin > 0), CLASS(TO));
}

/* "Among those attending were A", "The delegation included A": the people follow their verb. */
static void find_by_attendance(struct finder *finder, uint32_t index)
{
    const enum sense sense = finder_sense(finder, index);
    const bool awaited = sense == SENSE_EXPECT && clause_verb(&finder->clause, index)->passive &&
                         is_the_event(finder, clause_chunk(&finder->clause, index)->end);
    if ((sense != SENSE_ATTEND && !awaited) || stays_away(finder, index))
        return;
    const uint32_t subject = clause_subject(&finder->clause, index);
    const uint32_t some =
        clause_finite(&finder->clause, index) ? some_behind(finder, index) : CLAUSE_NONE;
    if (some != CLAUSE_NONE)
        finder_join(finder, index, KIND_TALKS, some);
    if (subject != CLAUSE_NONE) {
        if (!find_members(finder, index, subject))
            find_present(finder, index, subject);
        return;
    }
    const uint32_t who = attending_behind(finder, index);
    const uint32_t begin = clause_chunk(&finder->clause, index)->begin;
    if (begin > finder->sentence->begin && is_unknown_noun(finder, index, begin - 1))
        return;        /* "the offences included theft" */
    const bool first = /* "rapporte qu'étaient présents A et B" */
        index <= 2 || clause_is(&finder->clause, index - 1, TYPE(SUBORDINATOR) | TYPE(RELATIVE));
    if (!first || !clause_is(&finder->clause, who, TYPE(PARTY)) || speaks_to(finder, who) ||
        (who > index + 1 && clause_governor(&finder->clause, who) != 0))
        return;
    finder_join(finder, index, KIND_TALKS, who);
}

uint32_t companion_before(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct str words =
        pack_column(finder->document->pack, clause_chunk(clause, index)->of->value, 0);
    const uint32_t who = index - 1 - clause_is(clause, index - 1, TYPE(RELATIVE));
    const uint32_t party = who - clause_is(clause, who, TYPE(COMMA));
    if (!str_equal(words, STR("GOES")) || index < 1 || !clause_is(clause, party, TYPE(PARTY)) ||
        clause_governor(clause, party) != 0 ||
        !clause_is(clause, index + 1, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)))
        return CLAUSE_NONE;
    const struct party *going = party_members(clause_chunk(clause, party)->of)->at[0];
    return going->type != PARTY_ORGANIZATION || going->delegation ? party : CLAUSE_NONE;
}

/* "The president will be accompanied by X": whoever comes along. */
static void find_by_company(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t companion = companion_before(finder, index);
    if (companion != CLAUSE_NONE) {
        struct mention *going = finder_join(finder, index, KIND_OTHER, companion);
        if (going)
            going->company = true;
        return;
    }
    const uint32_t company = company_behind(finder, index);
    if (company == CLAUSE_NONE)
        return;
    struct mention *mention = again(finder, index, KIND_OTHER);
    if (!mention)
        return;
    const struct party *visitor = index > 0 && clause_is(clause, index - 1, TYPE(PARTY))
                                      ? party_members(clause_chunk(clause, index - 1)->of)->at[0]
                                      : NULL;
    if (visitor && visitor->name_end > visitor->name_begin) /* "the president" may be either's */
        slot_parties(finder, mention, index - 1, PART_ATTENDEE);
    slot_row(finder, mention, company);
    mention->joining = true;
    mention->floor = company_speaks(finder, index);
    mention->company = !mention->floor;
    mention->members = look_says(finder->document, clause_chunk(clause, index)->of, STR("MEMBERS"));
    finder_keep(finder, mention);
}

/* "Also present at the talks were A and B": the meeting that the sentence tells before them, else
 * one told before it. */
static void find_by_presence(struct finder *finder)
{
    const uint32_t who = presence_behind(finder);
    if (who == CLAUSE_NONE)
        return;
    const uint32_t begin = clause_chunk(&finder->clause, who)->begin;
    if (roll_has(finder->document, finder->number))
        finder->count = 0; /* "Ana Lind, envoy to the Lake Talks" */
    struct mention *mention = finder->count ? finder->mentions[0] : NULL;
    if (!mention || mention->verb || mention->trigger.begin > begin) {
        finder_join(finder, who, KIND_TALKS, who);
        return;
    }
    slot_row(finder, mention, who);
    mention->entering = mention->label.definite && mention->label.bare;
}

void find_again(struct finder *finder)
{
    const uint32_t untold = untold_from(finder);
    find_by_presence(finder);
    if (untold > 0)
        find_sides(finder);
    for (uint32_t i = untold; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(ACCOMPANIED))) {
            find_by_company(finder, i);
        } else if (clause_is(&finder->clause, i, TYPE(HOST))) {
            find_by_heading(finder, i);
        } else if (clause_is(&finder->clause, i, TYPE(WITH))) {
            find_beside(finder, i);
        } else if (clause_is(&finder->clause, i, TYPE(VERB))) {
            find_by_pronoun(finder, i);
            find_resumed(finder, i);
            find_gathered(finder, i);
            find_by_attendance(finder, i);
            find_by_floor(finder, i);
            find_by_head(finder, i);
            find_by_standing(finder, i);
            find_by_leader(finder, i);
        }
    }
    find_speaker(finder);
}
