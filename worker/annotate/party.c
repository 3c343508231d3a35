#include "annotate/party.h"

#include "annotate/look.h"
#include "annotate/party_read.h"

/* Copies the party that was read into the arena, its end at what was read. */
static struct party *party_keep(struct reader *reader)
{
    struct party *party = ARENA_ARRAY(reader->document->arena, struct party, 1);
    if (!party) {
        reader->document->memory_out = true;
        return NULL;
    }
    *party = reader->party;
    party->end = reader->at;
    return party;
}

/* The words by which the title names the state of that code, or NULL. */
static const struct annotation *state_in(const struct document *document, const struct role *role,
                                         const char *country)
{
    static const uint16_t kinds[] = {LEXICON_COUNTRY, LEXICON_DEMONYM};
    for (uint32_t t = role->begin; t < role->end; t++) {
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            const struct annotation *state = look_at(document, t, kinds[i]);
            const char *code = state ? country_of(document, state) : NULL;
            if (code && strcmp(code, country) == 0)
                return state;
        }
    }
    return NULL;
}

/* "des envoyés du Tchad", "les dirigeants de A et de B": nobody in particular stands for each
 * state. */
static void party_become_state(const struct reader *reader, const struct role *role,
                               struct party *party)
{
    const struct annotation *state = state_in(reader->document, role, party->country);
    if (!state || (role->rank != RANK_ENVOY && role->rank != RANK_OFFICIAL))
        return;
    party->type = PARTY_COUNTRY;
    party->name_begin = state->begin;
    party->name_end = state->end;
    party->role_count = 0;
    party->rank = RANK_NONE;
    party->plural = true; /* "avec des envoyés du Tchad" */
}

/* "les présidents serbe et azerbaïdjanais": one person for each country of a plural office. */
static unsigned party_expand(struct reader *reader, struct party **members, unsigned count)
{
    const struct role *role = reader->party.role_count ? reader->party.roles[0] : NULL;
    const bool several = role && role->plural && role->country_count > 1 &&
                         reader->party.name_begin == reader->party.name_end;
    const unsigned times = several ? role->country_count : 1;
    for (unsigned i = 0; i < times && count < PARTY_MEMBERS; i++) {
        struct party *party = party_keep(reader);
        if (!party)
            break;
        if (several) {
            memcpy(party->country, role->countries[i], 3);
            party->plural = false;
            party_become_state(reader, role, party);
        } else if (role && role->plural && role->rank == RANK_ENVOY && role->country_count == 1 &&
                   !role->organization && party->name_begin == party->name_end) {
            party_become_state(reader, role, party);
        }
        members[count++] = party;
    }
    return count;
}

/* "Trump-Poutine": a name joined to the one before it by a hyphen. */
static bool is_hyphened(const struct reader *reader, uint32_t token)
{
    return token < reader->end && look_flag(reader->document, token, TOKEN_HYPHEN) &&
           reader_look(reader, token, ANNOTATION_NAME);
}

/* The token where the next member of an enumeration can begin, or token itself. */
static uint32_t list_joint(const struct reader *reader, uint32_t token, bool *ret_last)
{
    uint32_t t = token;
    *ret_last = is_hyphened(reader, t);
    if (*ret_last)
        return t;
    t += reader_comma(reader, t) || (t < reader->end && look_mark(reader->document, t, ';'));
    const struct annotation *joint = reader_look(reader, t, LEXICON_JOINT);
    const uint32_t after = joint ? joint->end : reader_skip(reader, t, CLASS(AND));
    *ret_last = after > t;
    return after;
}

/* Whether the party is people told by one office: "les coprésidents du comité". */
static bool is_titles(const struct party *party)
{
    return party->type == PARTY_PERSON && party->role_count && party->roles[0]->plural &&
           party->name_begin == party->name_end;
}

/* "des représentants de la CGT": what follows "et de" is sent too. */
static bool is_sent(const struct party *party)
{
    return party->type == PARTY_ORGANIZATION && party->delegation;
}

/* "Kenya, Ghana discuss trade": a headline saves the "and". */
static bool is_headline_pair(const struct reader *reader, struct party *const *members,
                             unsigned count)
{
    const uint32_t first = members[0]->begin;
    return count > 1 && look_flag(reader->document, first, TOKEN_TITLE) &&
           look_flag(reader->document, first, TOKEN_SENTENCE) &&
           reader_look(reader, reader->at, ANNOTATION_VERB);
}

/* "A, and his former rival B": reads the next member of a list behind a few small words that
 * describe it. */
static bool read_described(struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 3 };
    const uint64_t never = CLASS(STOPWORD) | CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(FROM) |
                           CLASS(BY) | CLASS(AND) | CLASS(RELATIVE) | CLASS(PRONOUN);
    uint32_t t = reader_skip(reader, token, READER_ARTICLES);
    for (unsigned words = 0; words < WORDS_MAX && t < reader->end; words++, t++) {
        if (words > 0 &&
            (reader_look(reader, t, ANNOTATION_NAME) || reader_look(reader, t, ANNOTATION_ROLE))) {
            reader->at = t;
            return reader_party(reader) && reader->party.type == PARTY_PERSON &&
                   reader->party.name_end > reader->party.name_begin;
        }
        if (!look_flag(reader->document, t, TOKEN_WORD) ||
            look_flag(reader->document, t, TOKEN_CAPITAL) || reader_is(reader, t, never) ||
            reader_look(reader, t, ANNOTATION_VERB) || reader_look(reader, t, LEXICON_WITH))
            return false;
    }
    return false;
}

/* "The presidents of A and B -- X and Y": where the names behind the dash begin, or token. */
static uint32_t behind_dash(const struct reader *reader, uint32_t token)
{
    uint32_t t = token;
    while (reader_dash(reader, t))
        t++;
    return t > token && reader_look(reader, t, ANNOTATION_NAME) ? t : token;
}

/* ", respectively --" before the verb: where it ends that closes such a list, or token. */
static uint32_t closing_dash(const struct reader *reader, uint32_t token)
{
    uint32_t t = reader_skip(reader, token + reader_comma(reader, token), CLASS(ADVERB));
    const uint32_t dash = t;
    while (reader_dash(reader, t))
        t++;
    return t > dash && reader_look(reader, t, ANNOTATION_VERB) ? t : token;
}

/* Reads an enumeration.  A comma alone joins only if "and" joins the last two. */
static unsigned read_list(struct reader *reader, struct party **members, uint32_t *ret_end)
{
    unsigned count = 0, sure = 0;
    bool sent = false, dashed = false;
    uint32_t t = reader->at;
    *ret_end = t;
    reader->office = NULL;
    for (bool last = true;;) {
        reader->at = t;
        if (!reader_party(reader) && !(count > 0 && read_described(reader, t)))
            break;
        count = party_expand(reader, members, count);
        if (count == 0)
            break; /* no memory */
        if (last || is_headline_pair(reader, members, count)) {
            sure = count;
            *ret_end = reader->at;
        }
        if (is_titles(members[count - 1]))
            reader->office = members[count - 1]->roles[0];
        t = list_joint(reader, reader->at, &last);
        sent |= is_sent(members[count - 1]);
        const bool others = reader_is(reader, t + 1, CLASS(QUANTIFIER)); /* "et d'autres élus" */
        if ((sent || others) && t > reader->at)
            t = reader_skip(reader, t, CLASS(OF));
        if (is_titles(members[count - 1]) && t == reader->at)
            t = behind_dash(reader, t);
        dashed |= t > reader->at && reader_dash(reader, t - 1);
        const bool named = is_titles(members[count - 1]) && reader_look(reader, t, ANNOTATION_NAME);
        if ((t == reader->at && !named && !is_hyphened(reader, t)) || count >= PARTY_MEMBERS)
            break;
    }
    if (dashed)
        *ret_end = closing_dash(reader, *ret_end);
    return sure;
}

/* How many of the members behind a plural title have a name, and no other title. */
static unsigned names_behind(struct party *const *members, unsigned count, const struct role *title)
{
    unsigned names = 0;
    while (names < count && members[names]->type == PARTY_PERSON &&
           (members[names]->role_count == 0 || members[names]->roles[0]->begin == title->begin) &&
           members[names]->name_end > members[names]->name_begin)
        names++;
    return names;
}

static void take_title(struct party *party, const struct party *title, bool written)
{
    const bool elliptic = party->role_count > 0; /* "… et d'Angola, Y": of a state of its own */
    if (!elliptic && written)
        party->roles[party->role_count++] = title->roles[0];
    party->rank = title->rank;
    party->organization = title->organization;
    party->weak = false;
    if (!party->country[0] && !elliptic)
        memcpy(party->country, title->country, 3);
}

/* "les ministres serbe et croate, X et Y", "les députés X et Y": the names take the office, which
 * is told at members; how many members it took is left out. */
static unsigned drop_titles(const struct reader *reader, struct party **members, unsigned count)
{
    unsigned titles = 0;
    while (titles < count && is_titles(members[titles]) &&
           members[titles]->roles[0] == members[0]->roles[0])
        titles++;
    const unsigned names =
        titles ? names_behind(members + titles, count - titles, members[0]->roles[0]) : 0;
    if (names < 2 || (titles > 1 && titles != names))
        return 0;
    /* Behind a dash the office of all is not written as that of each. */
    const bool dashed = titles > 1 && reader_dash(reader, members[titles]->begin - 1);
    for (unsigned i = 0; i < names; i++)
        take_title(members[titles + i], members[titles > 1 ? i : 0], !dashed);
    memmove(members, members + titles, (count - titles) * sizeof *members);
    return titles;
}

static unsigned list_titles(const struct reader *reader, struct party **members, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        count -= drop_titles(reader, members + i, count - i);
    return count;
}

/* How many of the last members are persons told by their names alone. */
static unsigned names_before(struct party *const *members, unsigned count)
{
    unsigned names = 0;
    while (names < count && members[count - 1 - names]->type == PARTY_PERSON &&
           members[count - 1 - names]->role_count == 0 &&
           members[count - 1 - names]->name_end > members[count - 1 - names]->name_begin)
        names++;
    return names;
}

/* "A et B, les ministres serbe et croate,", ", respectivement préfets de X et de Y": the names take
 * the office of all that is told behind them.  Returns where that ends, or end. */
static uint32_t take_titles_behind(struct reader *reader, struct party **members, unsigned count,
                                   uint32_t end)
{
    const unsigned names = names_before(members, count);
    const uint64_t skipped = READER_ARTICLES | CLASS(ADVERB);
    const uint32_t begin = reader_skip(reader, end + reader_comma(reader, end), skipped);
    struct party *titles[PARTY_MEMBERS];
    reader->at = begin;
    if (names < 2 || names != count || begin == end || !reader_party(reader) ||
        !is_titles(&reader->party) || reader->party.counterpart)
        return end;
    const unsigned told = party_expand(reader, titles, 0);
    if ((told != 1 && told != names) || titles[0]->type != PARTY_PERSON ||
        reader_look(reader, reader->at, ANNOTATION_NAME) ||
        reader_is(reader, reader->at, CLASS(AND)))
        return end;
    for (unsigned i = 0; i < names; i++)
        take_title(members[i], titles[told > 1 ? i : 0], true);
    return reader->at + reader_comma(reader, reader->at);
}

/* "Velumine et le syndicat": beside a body, one unknown word names a body too. */
static void list_bodies(struct party **members, unsigned count)
{
    bool bodies = false;
    for (unsigned i = 0; i < count; i++)
        bodies |= members[i]->type == PARTY_ORGANIZATION && !members[i]->weak;
    for (unsigned i = 0; bodies && i < count; i++) {
        struct party *party = members[i];
        if (party->type != PARTY_PERSON || !party->weak || party->name_end - party->name_begin != 1)
            continue;
        party->type = PARTY_ORGANIZATION;
        party->weak = false;
    }
}

/* "le président et son épouse": who has neither name nor rank comes along unnamed. */
static unsigned list_drop_unnamed(struct party **members, unsigned count)
{
    unsigned kept = 0;
    for (unsigned i = 0; i < count; i++) {
        const struct party *party = members[i];
        if (party->type != PARTY_PERSON || party->name_end > party->name_begin || party->plural ||
            party->counterpart || party->rank != RANK_NONE || !party->role_count)
            members[kept++] = members[i];
    }
    return kept;
}

/* Who comes along is of the state of whom it is told with. */
static void list_companions(struct party **members, unsigned count)
{
    for (unsigned i = 1; i < count; i++) {
        if (members[i]->companion && !members[i]->country[0])
            memcpy(members[i]->country, members[i - 1]->country, 3);
    }
}

static void party_list_add(struct document *document, struct party **members, unsigned count,
                           uint32_t end)
{
    struct annotation *annotation =
        document_add(document, ANNOTATION_PARTY, members[0]->begin, end);
    struct party_list *list = ARENA_ARRAY(document->arena, struct party_list, 1);
    struct party **at = ARENA_ARRAY(document->arena, struct party *, count);
    if (!annotation || !list || !at) {
        document->memory_out = true;
        return;
    }
    memcpy(at, members, count * sizeof *members);
    *list = (struct party_list){at, (uint16_t)count};
    annotation->detail = list;
}

/* "sous la présidence du", "en présence du": no party begins inside; token itself: no such phrase.
 */
static uint32_t phrase_end(const struct document *document, uint32_t token)
{
    static const uint16_t kinds[] = {LEXICON_HOST, LEXICON_WITH, LEXICON_ACCOMPANIED,
                                     LEXICON_FOLLOWING, LEXICON_SIDELINE};
    const uint64_t bits = KIND_BIT(LEXICON_HOST) | KIND_BIT(LEXICON_WITH) |
                          KIND_BIT(LEXICON_ACCOMPANIED) | KIND_BIT(LEXICON_FOLLOWING) |
                          KIND_BIT(LEXICON_SIDELINE);
    if (!look_any(document, token, bits))
        return token;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *phrase = look_at(document, token, kinds[i]);
        if (phrase)
            return phrase->end;
    }
    return token;
}

static void parties_of_sentence(struct document *document, const struct sentence *sentence)
{
    struct party *members[PARTY_MEMBERS];
    struct reader reader = {.document = document, .end = sentence->end};
    for (uint32_t t = sentence->begin; t < sentence->end;) {
        const uint32_t behind = phrase_end(document, t);
        if (behind > t) {
            t = behind;
            continue;
        }
        uint32_t end = t;
        reader.at = t;
        unsigned count = reader_pair(&reader, members, &end);
        if (count == 0)
            count = read_list(&reader, members, &end);
        list_bodies(members, count);
        list_companions(members, count);
        if (count > 1)
            end = take_titles_behind(&reader, members, count, end);
        count = list_drop_unnamed(members, list_titles(&reader, members, count));
        if (count)
            party_list_add(document, members, count, end);
        t = end > t ? end : t + 1;
    }
}

int party_annotate(struct document *document)
{
    for (size_t i = 0; i < document->sentences.count; i++) {
        if (!(document->sentences.at[i].flags & (SENTENCE_BOILERPLATE | SENTENCE_EMPTY)))
            parties_of_sentence(document, &document->sentences.at[i]);
    }
    return document_fault(document);
}

bool party_hyphened(const struct document *document, uint32_t token)
{
    const struct annotation *annotation = look_at(document, token, ANNOTATION_PARTY);
    return annotation && party_members(annotation)->count > 1 &&
           look_flag(document, party_members(annotation)->at[1]->name_begin, TOKEN_HYPHEN);
}
