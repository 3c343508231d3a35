#include "annotate/look.h"
#include "annotate/name.h"
#include "meeting/find.h"

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

void finder_keep(struct finder *finder, struct mention *mention)
{
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

/* "la délégation conduite par X": who leads it, right behind it; or CLAUSE_NONE. */
static uint32_t leader_of(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    const struct party_list *list = party_members(clause_chunk(clause, chunk)->of);
    const uint32_t host = chunk + 1 + clause_is(clause, chunk + 1, TYPE(COMMA));
    if (!list->at[0]->delegation || !clause_is(clause, host, TYPE(HOST)) ||
        !clause_is(clause, host + 1, TYPE(PARTY)))
        return CLAUSE_NONE;
    return host + 1;
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

/* "les membres de la délégation : A, B et C": who they are, told behind a colon or dash, or
 * CLAUSE_NONE. */
static uint32_t told_behind(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    const struct party *party = party_members(clause_chunk(clause, chunk)->of)->at[0];
    const bool group = party->type == PARTY_GROUP || party->plural || party->delegation;
    if (!group || !clause_is(clause, chunk + 1, TYPE(STOP)) ||
        !clause_is(clause, chunk + 2, TYPE(PARTY)))
        return CLAUSE_NONE;
    const struct party *first = party_members(clause_chunk(clause, chunk + 2)->of)->at[0];
    return first->type == PARTY_PERSON && !first->weak ? chunk + 2 : CLAUSE_NONE;
}

static void slot_list(const struct finder *finder, struct mention *mention, uint32_t chunk,
                      enum part part)
{
    const struct party_list *list = party_members(clause_chunk(&finder->clause, chunk)->of);
    for (unsigned i = 0; i < list->count && mention->party_count < MENTION_PARTIES; i++) {
        if (!has_party(mention, list->at[i]) && !is_guess(finder->document, list->at[i]))
            mention->parties[mention->party_count++] = (struct slot){list->at[i], part};
    }
}

void slot_parties(const struct finder *finder, struct mention *mention, uint32_t chunk,
                  enum part part)
{
    if (chunk == CLAUSE_NONE || !clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return;
    slot_list(finder, mention, chunk, part);
    const uint32_t leader = leader_of(finder, chunk);
    if (leader != CLAUSE_NONE)
        slot_list(finder, mention, leader, part);
    const uint32_t told = told_behind(finder, chunk);
    if (told != CLAUSE_NONE)
        slot_list(finder, mention, told, part);
    const uint32_t companion = companion_of(finder, chunk);
    if (companion != CLAUSE_NONE)
        slot_list(finder, mention, companion, part);
}

void slot_pronoun(const struct finder *finder, struct mention *mention, uint32_t chunk)
{
    if (chunk == CLAUSE_NONE)
        return;
    mention->plural_pronoun = clause_is(&finder->clause, chunk, TYPE(PLURAL_PRONOUN));
    mention->pronoun = mention->plural_pronoun || clause_is(&finder->clause, chunk, TYPE(PRONOUN));
}

bool finder_generic(const struct finder *finder)
{
    const struct document *document = finder->document;
    for (uint32_t t = finder->sentence->begin; t < finder->sentence->end; t++) {
        const struct annotation *friend = look_at(document, t, LEXICON_FALSEFRIEND);
        if (friend && str_equal(pack_column(document->pack, friend->value, 0), STR("GENERIC")))
            return true;
    }
    return false;
}

bool finder_sits(const struct finder *finder, const struct party *party)
{
    if (party->type != PARTY_ORGANIZATION || !party->organization)
        return false;
    const struct capture *head = look_capture(party->organization, CAPTURE_ORGANIZATION);
    const struct annotation *named =
        head && head->annotation ? head->annotation : party->organization;
    switch (look_lexeme(finder->document, named)->body) {
    case BODY_BODY:
    case BODY_ORGAN:
    case BODY_AGENCY:
    case BODY_PARLIAMENT:
    case BODY_CENTRALBANK:
        return true;
    default:
        return false;
    }
}

/* "la délégation comprend A": whether the words stand behind a delegation, if they must. */
static bool has_members(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct str words =
        pack_column(finder->document->pack, clause_chunk(clause, index)->of->value, 0);
    return !str_equal(words, STR("MEMBERS")) ||
           (index > 0 && clause_is(clause, index - 1, TYPE(PARTY)) &&
            party_members(clause_chunk(clause, index - 1)->of)->at[0]->delegation);
}

/* "accompagnée au mémorial des marins par A": the party behind "by", or CLAUSE_NONE. */
static uint32_t behind_by(const struct clause *clause, uint32_t index)
{
    enum { CHUNKS_MAX = 5 };
    const uint64_t between =
        TYPE(AT) | TYPE(TO) | TYPE(OF) | TYPE(PLACE) | TYPE(DATE) | TYPE(PARTY);
    for (uint32_t i = index + 1; i <= index + CHUNKS_MAX; i++) {
        if (clause_is(clause, i, TYPE(BY)))
            return clause_is(clause, i + 1, TYPE(PARTY)) ? i + 1 : CLAUSE_NONE;
        if (!clause_is(clause, i, between))
            break;
    }
    return CLAUSE_NONE;
}

uint32_t company_behind(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, index, TYPE(ACCOMPANIED)) || !has_members(finder, index))
        return CLAUSE_NONE;
    uint32_t i = index + 1;
    while (
        clause_is(clause, i, TYPE(COMMA)) || /* "comprend, entre autres, A" */
        (clause_is(clause, i, TYPE(BETWEEN)) && clause_is(clause, i + 1, TYPE(COMMA) | TYPE(OF))))
        i++;
    i += clause_is(clause, i, TYPE(OF) | TYPE(BY)); /* "accompagné notamment de A" */
    return clause_is(clause, i, TYPE(PARTY)) ? i : behind_by(clause, index);
}

/* "de A, de B et du ministre C": the party that goes on behind a comma or "and", or CLAUSE_NONE. */
static uint32_t next_in_row(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = chunk + 1;
    while (clause_is(clause, i, TYPE(COMMA) | TYPE(AND)))
        i++;
    if (i == chunk + 1)
        return CLAUSE_NONE;
    i += clause_is(clause, i, TYPE(OF));
    if (!clause_is(clause, i, TYPE(PARTY)) || clause_is(clause, i + 1, TYPE(VERB)))
        return CLAUSE_NONE;
    const struct party *party = party_members(clause_chunk(clause, i)->of)->at[0];
    return party->type == PARTY_PERSON && !party->weak ? i : CLAUSE_NONE;
}

void slot_row(const struct finder *finder, struct mention *mention, uint32_t chunk)
{
    for (; chunk != CLAUSE_NONE; chunk = next_in_row(finder, chunk))
        slot_parties(finder, mention, chunk, PART_ATTENDEE);
}

/* "accompagné de X", "with Y at her side": who comes along, told anywhere in the sentence. */
void slot_company(const struct finder *finder, struct mention *mention)
{
    for (uint32_t i = 0; i + 1 < finder->clause.chunks.count; i++)
        slot_row(finder, mention, company_behind(finder, i));
}

/* "under the chairmanship of X", "at the invitation of Y" in the clause behind index. */
void slot_hosts(const struct finder *finder, struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t host = clause_after(clause, index, TYPE(PARTY), TYPE(HOST));
    if (host != CLAUSE_NONE)
        slot_parties(finder, mention, host,
                     look_lexeme(finder->document, clause_chunk(clause, host - 1)->of)->part);
}
