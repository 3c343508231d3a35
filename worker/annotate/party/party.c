#include "annotate/party/party.h"

#include "annotate/look.h"
#include "annotate/party/apposed.h"
#include "annotate/party/aside.h"
#include "annotate/party/read.h"

/* "le Finlandais X": whether a word for his people stands before the name. */
static bool is_of_people(const struct party *party)
{
    return party->role_count == 0 && party->country[0] && party->name_begin > party->begin + 1;
}

/* How many of the members behind a plural title have a name, and no other title. */
static unsigned names_behind(struct party *const *members, unsigned count, const struct role *title)
{
    unsigned names = 0;
    while (names < count && members[names]->type == PARTY_PERSON &&
           (members[names]->role_count == 0 || members[names]->elliptic ||
            members[names]->roles[0]->begin == title->begin) &&
           members[names]->name_end > members[names]->name_begin &&
           (names < 2 || !is_of_people(members[names])))
        names++;
    return names;
}

/* "les ministres serbe et croate, X et Y", "les députés X et Y": the names take the office, which
 * is told at members; how many members it took is left out. */
static unsigned drop_titles(struct party **members, unsigned count)
{
    unsigned titles = 0;
    while (titles < count && party_is_titles(members[titles]) &&
           members[titles]->roles[0]->begin == members[0]->roles[0]->begin)
        titles++;
    const unsigned names =
        titles ? names_behind(members + titles, count - titles, members[0]->roles[0]) : 0;
    if (names < 2 || (titles > 1 && titles != names))
        return 0;
    for (unsigned i = 0; i < names; i++)
        party_share_title(members[titles + i], members[titles > 1 ? i : 0]);
    members[titles]->begin = members[0]->begin;
    memmove(members, members + titles, (count - titles) * sizeof *members);
    return titles;
}

static unsigned list_titles(struct party **members, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        count -= drop_titles(members + i, count - i);
    return count;
}

/* "A et B, les ministres serbe et croate,", ", respectivement préfets de X et de Y": the names take
 * the office of all that is told behind them.  Returns where that ends, or end. */
static uint32_t take_titles_behind(struct reader *reader, struct party **members, unsigned count,
                                   uint32_t end)
{
    const unsigned names = party_names_before(members, count);
    const uint64_t skipped = READER_ARTICLES | CLASS(ADVERB);
    const uint32_t begin = reader_skip(reader, end + reader_comma(reader, end), skipped);
    struct party *titles[PARTY_MEMBERS];
    reader->at = begin;
    if (names < 2 || names != count || begin == end || !reader_party(reader) ||
        !party_is_titles(&reader->party) || reader->party.counterpart)
        return end;
    const unsigned told = party_each(reader, titles, 0);
    if ((told != 1 && told != names) || titles[0]->type != PARTY_PERSON ||
        reader_look(reader, reader->at, ANNOTATION_NAME) ||
        reader_is(reader, reader->at, CLASS(AND)))
        return end;
    for (unsigned i = 0; i < names; i++)
        party_share_title(members[i], titles[told > 1 ? i : 0]);
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

/* Whether the party is told by an office of a state that stands before it: "China's president". */
static bool is_owned(const struct document *document, const struct party *party)
{
    const struct annotation *state = look_at(document, party->begin, LEXICON_COUNTRY);
    return state && party->role_count && look_clitic(document, state->end);
}

/* Whether the party is one person told by an office of a state, or of nothing told, alone. */
static bool is_office(const struct party *party)
{
    return party->type == PARTY_PERSON && party->role_count && !party->organization &&
           party->name_end == party->name_begin && !party->counterpart && !party->plural;
}

/* "the Egyptian president, premier and spy chief", "China's president and premier X": whether the
 * office of the party, with nothing before it, goes on with the state of the one before. */
static bool shares_state(const struct document *document, const struct party *before,
                         const struct party *party)
{
    if (!party->role_count || party->roles[0]->begin != party->begin)
        return false;
    const bool joined = document_is(document, party->begin - 1, CLASS(AND));
    return (joined && is_owned(document, before)) ||
           ((joined || look_mark(document, party->begin - 1, ',')) && is_office(before) &&
            is_office(party) && !(party->presumed && party->presumed[0]));
}

/* "the president and foreign minister of Benin": whether the office of the party, with nothing
 * before it, tells the state of the one before too. */
static bool gives_state(const struct document *document, const struct party *before,
                        const struct party *party)
{
    return is_office(before) && is_office(party) && !before->country[0] &&
           party->roles[0]->begin == party->begin && before->roles[0]->end == party->begin - 1 &&
           document_is(document, party->begin - 1, CLASS(AND));
}

/* Who comes along is of the state of whom it is told with, and so is whose office goes on, or
 * stands before it. */
static void list_companions(const struct document *document, struct party **members, unsigned count)
{
    for (unsigned i = 1; i < count; i++) {
        const struct party *before = members[i - 1];
        const bool shared = shares_state(document, before, members[i]);
        if ((members[i]->companion || shared) && !members[i]->country[0])
            memcpy(members[i]->country, before->country, 3);
    }
    for (unsigned i = count; i-- > 1;) {
        if (gives_state(document, members[i - 1], members[i]))
            memcpy(members[i - 1]->country, members[i]->country, 3);
    }
}

static void party_list_add(struct document *document, struct party **members, unsigned count,
                           uint32_t end)
{
    struct annotation *annotation =
        document_add(document, ANNOTATION_PARTY, members[0]->begin, end);
    struct party_list *list = ARENA_ROOM(document->arena, struct party_list, 1);
    struct party **at = ARENA_ROOM(document->arena, struct party *, count);
    if (!annotation || !list || !at) {
        document->memory_out = true;
        return;
    }
    memcpy(at, members, count * sizeof *members);
    *list = (struct party_list){at, (uint16_t)count};
    annotation->detail = list;
}

/* "au siège de la Fondation | panrhénane pour l'eau (FPE)": where the house ends whose last words
 * begin a body's name, behind its short name. */
static uint32_t housed_end(const struct document *document, const struct annotation *house)
{
    uint32_t end = house->end;
    for (uint32_t t = house->begin; t < house->end && end == house->end; t++) {
        const struct annotation *body = look_at(document, t, ANNOTATION_ORG);
        end = body && body->end > end ? body->end : end;
    }
    const bool bracket = look_mark(document, end, '(') &&
                         look_flag(document, end + 1, TOKEN_UPPER) &&
                         look_mark(document, end + 2, ')');
    return bracket ? end + 3 : end;
}

/* "au Palais du Gouvernement", "à l'Élysée": where the house ends whose "at" stands at token, or
 * token. */
static uint32_t house_end(const struct document *document, uint32_t token)
{
    uint32_t t = token;
    while (document_is(document, t, CLASS(AT) | CLASS(DETERMINER)))
        t++;
    const struct annotation *venue = look_at(document, t, LEXICON_VENUE);
    if (venue)
        return venue->end;
    const struct annotation *land = look_at(document, t, ANNOTATION_LAND);
    const struct str type =
        land ? pack_rule_word(document->pack, land->rule, CAPTURE_TYPE) : STR("");
    return str_equal(type, STR("HOUSE")) || str_equal(type, STR("TOWN"))
               ? housed_end(document, land)
               : token;
}

/* "sous la présidence du", "en présence du", "12:00 PM": phrases that no party begins in. */
/* clang-format off: one kind a line */
#define PHRASE_MAP(X)      \
    X(LEXICON_HOST)        \
    X(LEXICON_WITH)        \
    X(LEXICON_ACCOMPANIED) \
    X(LEXICON_FOLLOWING)   \
    X(LEXICON_SIDELINE)    \
    X(ANNOTATION_TIME)
/* clang-format on */

static const uint16_t PHRASES[] = {PHRASE_MAP(KIND_ITEM)};
static const uint64_t PHRASE_BITS = 0 PHRASE_MAP(KIND_OR_BIT);

/* Where such a phrase, or "at" a house, ends that begins at token; token itself: none does. */
static uint32_t phrase_end(const struct document *document, uint32_t token)
{
    for (size_t i = 0;
         look_any(document, token, PHRASE_BITS) && i < sizeof PHRASES / sizeof *PHRASES; i++) {
        const struct annotation *phrase = look_at(document, token, PHRASES[i]);
        if (phrase)
            return phrase->end;
    }
    const struct annotation *press = look_at(document, token, LEXICON_FALSEFRIEND);
    if (look_says(document, press, STR("PRESS")))
        return press->end; /* "told | State House correspondents" */
    return document_is(document, token, CLASS(AT)) ? house_end(document, token) : token;
}

/* Adds people of whom the first word tells nothing behind a verb or a preposition at token: "met |
 * state and local officials", "with", "between".  Where they end, or 0: none are told. */
static uint32_t crowd_end(struct reader *reader, uint32_t token)
{
    static const uint16_t kinds[] = {LEXICON_MEETVERB, LEXICON_WITH, LEXICON_BETWEEN,
                                     LEXICON_ACCOMPANIED};
    static const uint64_t bits = KIND_BIT(LEXICON_MEETVERB) | KIND_BIT(LEXICON_WITH) |
                                 KIND_BIT(LEXICON_BETWEEN) | KIND_BIT(LEXICON_ACCOMPANIED);
    const struct annotation *opens = NULL;
    if (!look_any(reader->document, token, bits))
        return 0;
    for (size_t i = 0; !opens && i < sizeof kinds / sizeof *kinds; i++)
        opens = look_at(reader->document, token, kinds[i]);
    if (!opens)
        return 0;
    struct reader joined = *reader, other = *reader;
    struct party *members[PARTY_MEMBERS];
    other.at = joined.at = opens->end;
    if ((reader_can_begin(&other) && reader_party(&other)) || !reader_joined(&joined, joined.at))
        return 0;
    const unsigned count = party_each(&joined, members, 0);
    if (count)
        party_list_add(reader->document, members, count, joined.at);
    return joined.at;
}

static void parties_of_sentence(struct document *document, const struct sentence *sentence)
{
    struct party *members[PARTY_MEMBERS];
    struct reader reader = {.document = document, .end = sentence->end};
    const uint64_t kinds = PHRASE_BITS | KIND_BIT(LEXICON_ASIDE) | KIND_BIT(LEXICON_MEETVERB) |
                           KIND_BIT(LEXICON_BETWEEN);
    for (uint32_t t = sentence->begin;
         (t = reader_next(&reader, t, kinds, CLASS(AT))) < sentence->end;) {
        const uint32_t behind = phrase_end(document, t);
        const uint32_t crowd = crowd_end(&reader, t);
        reader.at = party_behind_part(&reader, t); /* "d'une part, | le maire" */
        reader.at += reader.at > t && reader_comma(&reader, reader.at);
        const uint32_t begin = reader.at;
        if (crowd || behind > t || look_mark(document, t, ',') || !reader_can_begin(&reader)) {
            t = crowd ? crowd : behind > t ? behind : t + 1;
            continue;
        }
        uint32_t end = begin;
        unsigned count = reader_pair(&reader, members, &end);
        if (count == 0)
            count = reader_list(&reader, members, &end);
        list_bodies(members, count);
        list_companions(document, members, count);
        if (count > 1) {
            count = party_paired(&reader, members, count);
            end = party_respective(&reader, members, count, end);
            end = take_titles_behind(&reader, members, count, end);
        }
        count = list_drop_unnamed(members, list_titles(members, count));
        if (count && begin > t)
            members[0]->begin = t;
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

bool party_common(const struct document *document, const struct party *party)
{
    const bool body = party->type == PARTY_COUNTRY || party->type == PARTY_ORGANIZATION;
    return body && party->organization && party->name_end == party->name_begin + 1 &&
           !look_flag(document, party->name_begin, TOKEN_CAPITAL);
}

bool party_hyphened(const struct document *document, uint32_t token)
{
    const struct annotation *annotation = look_at(document, token, ANNOTATION_PARTY);
    return annotation && party_members(annotation)->count > 1 &&
           look_flag(document, party_members(annotation)->at[1]->name_begin, TOKEN_HYPHEN);
}

bool party_people_hyphened(const struct document *document, uint32_t token)
{
    return party_hyphened(document, token) &&
           party_members(look_at(document, token, ANNOTATION_PARTY))->at[0]->type == PARTY_PERSON;
}

const struct party_list *party_list_at(const struct document *document, uint32_t token)
{
    const struct annotation *annotation = look_at(document, token, ANNOTATION_PARTY);
    return annotation ? party_members(annotation) : NULL;
}
