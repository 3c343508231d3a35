#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/verb.h"
#include "meeting/find/act.h"
#include "meeting/find/attribution.h"
#include "meeting/find/find.h"
#include "meeting/find/object.h"
#include "meeting/label/label.h"

struct mention *finder_mention(struct finder *finder, uint32_t index)
{
    struct mention *mention = ARENA_ARRAY(finder->document->arena, struct mention, 1);
    if (!mention) {
        finder->story->document->memory_out = true;
        return NULL;
    }
    const struct chunk *chunk = clause_chunk(&finder->clause, index);
    mention->sentence = finder->number;
    mention->trigger = (struct span){chunk->begin, chunk->end};
    mention->status_words = mention->trigger;
    return mention;
}

/* Whether a phrase of that sort stands in the sentence. */
static bool has_phrase(const struct finder *finder, struct str sort)
{
    const struct document *document = finder->document;
    const uint32_t end = finder->sentence->end;
    const uint64_t bit = KIND_BIT(LEXICON_FALSEFRIEND);
    for (uint32_t t = look_next(document, finder->sentence->begin, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        const struct annotation *friend = look_at(document, t, LEXICON_FALSEFRIEND);
        if (friend && str_equal(pack_column(document->pack, friend->value, 0), sort))
            return true;
    }
    return false;
}

void finder_keep(struct finder *finder, struct mention *mention)
{
    if (!mention->date && has_phrase(finder, STR("FICTION")))
        return; /* "the novel ends with a meeting in Rome" */
    if (mention->kind == KIND_SESSION &&
        label_of_ministers(finder->document, mention->label.name)) /* "the ECOWAS Council of" */
        mention->kind = mention->label.kind = KIND_MINISTERIAL;
    if (finder->count < SENTENCE_MENTIONS &&
        !subject_hides(finder->document, &finder->story->subject, mention))
        finder->mentions[finder->count++] = mention;
}

static bool has_party(const struct mention *mention, const struct party *party)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (mention->parties[i].party == party)
            return true;
    }
    return false;
}

/* A word that begins the sentence and names nobody known: its capital says nothing. */
static bool is_guess(const struct document *document, const struct party *party)
{
    const struct annotation *annotation = look_at(document, party->name_begin, ANNOTATION_NAME);
    if (party->type != PARTY_PERSON || !party->weak || !annotation)
        return false;
    const struct name *name = annotation->detail;
    return name->initial && name->words == 1;
}

/* "Minister A, represented by B,": whether the person at the chunk has sent somebody else. */
static bool is_person_sending(const struct finder *finder, uint32_t chunk, uint32_t host)
{
    const struct clause *clause = &finder->clause;
    return host > chunk + 1 && clause_is(clause, host, TYPE(HOST)) &&
           party_members(clause_chunk(clause, chunk)->of)->at[0]->type == PARTY_PERSON &&
           look_lexeme(finder->document, clause_chunk(clause, host)->of)->part == PART_CHAIR;
}

/* "la délégation conduite par X": who leads it, right behind it; or CLAUSE_NONE. */
static uint32_t leader_of(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    const struct party_list *list = party_members(clause_chunk(clause, chunk)->of);
    const uint32_t host = chunk + 1 + clause_is(clause, chunk + 1, TYPE(COMMA));
    if (!(list->at[0]->delegation || is_person_sending(finder, chunk, host)) ||
        !clause_is(clause, host, TYPE(HOST)) || !clause_is(clause, host + 1, TYPE(PARTY)))
        return CLAUSE_NONE;
    return host + 1;
}

/* "une délégation d'Eni conduite par X": who leads it stands for those who sent it. */
static bool stands_for_all(const struct finder *finder, uint32_t leader, uint32_t sent)
{
    const struct clause *clause = &finder->clause;
    const struct party *first = party_members(clause_chunk(clause, leader)->of)->at[0];
    return first->type == PARTY_PERSON && !first->weak && !first->plural &&
           party_members(clause_chunk(clause, sent)->of)->count == 1;
}

/* "A, together with B, convened": who stands beside the subject right before its verb, or
 * CLAUSE_NONE. */
static uint32_t companion_of(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    const uint32_t with = chunk + 1 + clause_is(clause, chunk + 1, TYPE(COMMA));
    const uint32_t verb = with + 2 + clause_is(clause, with + 2, TYPE(COMMA));
    return clause_is(clause, with, TYPE(WITH)) && clause_is(clause, with + 1, TYPE(PARTY)) &&
                   clause_is(clause, verb, TYPE(VERB))
               ? with + 1
               : CLAUSE_NONE;
}

static void slot_list(const struct finder *finder, struct mention *mention, uint32_t chunk,
                      enum part part)
{
    const struct party_list *list = party_members(clause_chunk(&finder->clause, chunk)->of);
    if (part == PART_CHAIR && mention->kind == KIND_VISIT)
        part = PART_VISITOR; /* "the mission to Guyana, led by A" */
    for (unsigned i = 0; i < list->count && mention->party_count < MENTION_PARTIES; i++) {
        if (!has_party(mention, list->at[i]) && !is_guess(finder->document, list->at[i]))
            mention->parties[mention->party_count++] = (struct slot){list->at[i], part};
    }
}

/* "spoke with Officer X's two sons": whether only theirs are told who is nobody the pack knows;
 * "X's speech at the end of his visit" is about X. */
static bool is_of_others(const struct finder *finder, const struct mention *mention, uint32_t chunk)
{
    enum { WORDS_MAX = 3 };
    const struct document *document = finder->document;
    const struct chunk *party = clause_chunk(&finder->clause, chunk);
    const struct party *last = party_last(party->of);
    const bool owns =
        look_clitic(document, party->end) ||
        (look_mark(document, party->end, '\'') && look_flag(document, party->end, TOKEN_JOINED));
    const uint32_t next = party->end + 1;
    const bool his =
        !mention->verb && mention->label.possessive && party->end < mention->trigger.begin;
    if (!owns || his || last->type != PARTY_PERSON || last->name_end != party->end ||
        look_at(document, party->end, ANNOTATION_VERB) || look_at(document, next, ANNOTATION_VERB))
        return false; /* "X's expected to" */
    const uint64_t ends = CLASS(AT) | CLASS(OF) | CLASS(TO) | CLASS(BY) | CLASS(FROM) | CLASS(AND);
    for (uint32_t t = next; t < finder->sentence->end && t < next + WORDS_MAX; t++) {
        if (document_is(document, t, ends) || look_at(document, t, LEXICON_WITH))
            break;
        if (look_at(document, t, LEXICON_MEETNOUN) || look_at(document, t, LEXICON_EVENTNOUN) ||
            look_at(document, t, ANNOTATION_ROLE) || look_at(document, t, LEXICON_DELEGATION) ||
            (t == next && look_flag(document, t, TOKEN_CAPITAL)))
            return false; /* "X's virtual participation" */
    }
    return next < finder->sentence->end && look_flag(document, next, TOKEN_WORD);
}

void slot_parties(const struct finder *finder, struct mention *mention, uint32_t chunk,
                  enum part part)
{
    if (chunk == CLAUSE_NONE || !clause_is(&finder->clause, chunk, TYPE(PARTY)) ||
        is_of_others(finder, mention, chunk))
        return;
    const uint32_t owned = owned_by(finder, chunk);
    if (owned != CLAUSE_NONE &&
        party_members(clause_chunk(&finder->clause, owned)->of)->at[0]->type == PARTY_PERSON)
        chunk = owned; /* "talks with Mr X's adviser, Y" */
    const uint32_t leader = leader_of(finder, chunk);
    if (leader != CLAUSE_NONE) {
        mention->official = false; /* with a delegation, whatever office the leader has */
        slot_list(finder, mention, leader, part);
    }
    const uint32_t whole = told_before(finder, chunk);
    if (whole != CLAUSE_NONE)
        slot_list(finder, mention, whole, part);
    if (leader == CLAUSE_NONE || !stands_for_all(finder, leader, chunk))
        slot_list(finder, mention, chunk, part);
    const uint32_t told = told_behind(finder, chunk);
    for (uint32_t row = told; row != CLAUSE_NONE; row = next_in_row(finder, row))
        slot_list(finder, mention, row, part);
    const uint32_t companion = companion_of(finder, chunk);
    if (companion != CLAUSE_NONE)
        slot_list(finder, mention, companion, part);
}

void slot_pronoun(const struct finder *finder, struct mention *mention, uint32_t chunk)
{
    if (chunk == CLAUSE_NONE)
        return;
    if (clause_joined(&finder->clause, chunk)) {
        const uint32_t pronoun = clause_chunk(&finder->clause, chunk - 1)->begin - 1;
        mention->pronoun = true;
        mention->latter = look_ends(finder->document, pronoun + 1, LEXICON_LATTER);
        mention->gender = gender_of_pronoun(finder->document, pronoun);
        return;
    }
    const uint32_t speaker =
        clause_is(&finder->clause, chunk, TYPE(PRONOUN)) &&
                document_is(finder->document, clause_chunk(&finder->clause, chunk)->begin,
                            CLASS(SELF))
            ? quote_speaker(finder, chunk)
            : CLAUSE_NONE;
    if (speaker != CLAUSE_NONE) {
        slot_parties(finder, mention, speaker,
                     mention->kind == KIND_VISIT ? PART_VISITOR : PART_ATTENDEE);
        return;
    }
    mention->plural_pronoun = clause_is(&finder->clause, chunk, TYPE(PLURAL_PRONOUN));
    mention->pronoun = mention->plural_pronoun || clause_is(&finder->clause, chunk, TYPE(PRONOUN));
    mention->gender =
        gender_of_pronoun(finder->document, clause_chunk(&finder->clause, chunk)->begin);
    const struct annotation *word = clause_chunk(&finder->clause, chunk)->of;
    mention->latter =
        mention->pronoun && !mention->plural_pronoun && word && word->kind == LEXICON_LATTER;
    mention->thing =
        mention->pronoun &&
        document_is(finder->document, clause_chunk(&finder->clause, chunk)->begin, CLASS(NEUTER));
}

bool finder_generic(const struct finder *finder)
{
    return has_phrase(finder, STR("GENERIC"));
}

bool finder_beside(const struct finder *finder)
{
    return has_phrase(finder, STR("BESIDE"));
}

bool finder_sits(const struct finder *finder, const struct party *party)
{
    return finder_sitting(finder, party) != KIND_OTHER;
}

enum meeting_kind finder_sitting(const struct finder *finder, const struct party *party)
{
    return sitting_of_party(finder->document, party);
}

/* "… en présence de A, de B et de C": the first of those who were there too when the verb of the
 * mention was done; or CLAUSE_NONE. */
static uint32_t present_behind(const struct finder *finder, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    bool aside = false; /* "A, qui lui a remis une lettre, en présence de B" */
    for (uint32_t i = 0; mention->verb && i + 1 < clause->chunks.count; i++) {
        const struct chunk *chunk = clause_chunk(clause, i);
        if (chunk->begin < mention->trigger.end)
            continue;
        aside = (aside || chunk->type == CHUNK_RELATIVE) && chunk->type != CHUNK_COMMA;
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR)) ||
            (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i) && !aside))
            break;
        if (clause_is_beside(clause, i) && clause_is(clause, i + 1, TYPE(PARTY)))
            return i + 1;
    }
    return CLAUSE_NONE;
}

/* "A a reçu B, qui a rencontré C, accompagné de D": whether the chunk stands in a relative clause
 * behind the mention that has a verb of meeting. */
static bool is_of_next(const struct finder *finder, const struct mention *mention, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    bool met = false;
    for (uint32_t i = chunk; i-- > 0 && clause_chunk(clause, i)->begin >= mention->trigger.end;) {
        met |= clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i) &&
               verb_reading(finder->document, clause_verb(clause, i), LEXICON_MEETVERB);
        if (clause_is(clause, i, TYPE(RELATIVE)))
            return met;
    }
    return false;
}

/* Who comes along: not "une délégation du ministère", for which the one stands who brings it. */
static void slot_companions(const struct finder *finder, struct mention *mention, uint32_t chunk)
{
    uint16_t kept = mention->party_count;
    slot_row(finder, mention, chunk);
    for (unsigned i = kept; i < mention->party_count; i++) {
        const struct slot slot = mention->parties[i];
        if (!slot.party->delegation || slot.party->type == PARTY_PERSON ||
            slot.party->type == PARTY_GROUP)
            mention->parties[kept++] = slot;
    }
    mention->party_count = kept;
}

/* "accompagné de X", "with Y at her side": who comes along, told anywhere in the sentence. */
void slot_company(const struct finder *finder, struct mention *mention)
{
    for (uint32_t i = 0; i + 1 < finder->clause.chunks.count; i++) {
        const uint32_t company = company_behind(finder, i);
        if (company != CLAUSE_NONE && !is_of_next(finder, mention, i))
            slot_companions(finder, mention, company);
    }
    slot_row(finder, mention, present_behind(finder, mention));
}

/* "At the invitation of A, B will visit Rome": who is told so where the clause of the chunk at
 * index begins, or CLAUSE_NONE. */
static uint32_t fronted_host(const struct clause *clause, uint32_t index)
{
    if (!clause_is(clause, 0, TYPE(HOST)) || !clause_is(clause, 1, TYPE(PARTY)))
        return CLAUSE_NONE;
    bool comma = false;
    for (uint32_t i = 2; i < index; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            return CLAUSE_NONE;
        comma |= clause_is(clause, i, TYPE(COMMA));
    }
    const struct party *host = party_members(clause_chunk(clause, 1)->of)->at[0];
    const bool known = host->name_end > host->name_begin || host->country[0]; /* not "the king" */
    return comma && known ? 1 : CLAUSE_NONE;
}

/* "under the chairmanship of X", "at the invitation of Y" in the clause behind index, or before it.
 */
void slot_hosts(const struct finder *finder, struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    uint32_t host = clause_after(clause, index, TYPE(PARTY), TYPE(HOST));
    if (host == CLAUSE_NONE && mention->kind == KIND_VISIT)
        host = fronted_host(clause, index);
    if (host != CLAUSE_NONE && clause_is(clause, index, TYPE(VERB)) &&
        act_aims_at(finder, index, host))
        return; /* "met to approve a truce brokered by B" */
    if (host == CLAUSE_NONE)
        return;
    const struct annotation *words = clause_chunk(clause, host - 1)->of;
    const struct party *first = party_members(clause_chunk(clause, host)->of)->at[0];
    if (first->type == PARTY_PERSON || /* "réunis autour de l'Ukraine" tells what about */
        !document_is(finder->document, words->begin, CLASS(ABOUT)))
        slot_like(finder, mention, host, look_lexeme(finder->document, words)->part);
}
