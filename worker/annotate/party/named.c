#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/party/aside.h"
#include "annotate/party/clause.h"
#include "annotate/party/field.h"
#include "annotate/party/origin.h"
#include "annotate/party/read.h"
#include "annotate/party/sent.h"
#include "annotate/party/state.h"
#include "annotate/party/title_aside.h"
#include "annotate/party/title_compare.h"

/* A person by name: the titles before it, the name, and where he comes from. */

bool reader_personal(const struct annotation *annotation)
{
    const struct name *name = annotation->detail;
    return !name->acronym || name->given || name->figure;
}

/* 'Prime Minister Ana Lind "Anita" and': behind the short name in quotes at token, or token. */
static uint32_t behind_nickname(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 2 };
    const uint32_t other = party_behind_alias(reader, token);
    if (other > token)
        return other;
    uint32_t t = token + 1;
    while (t < reader->end && t - token <= WORDS_MAX &&
           look_flag(reader->document, t, TOKEN_CAPITAL))
        t++;
    return t > token + 1 && reader_quote(reader, token) && reader_quote(reader, t) ? t + 1 : token;
}

/* "Paul et Anne Renard": whether the family's name stands behind the next given one. */
static bool shares_family(const struct reader *reader, const struct annotation *given)
{
    const struct annotation *next = reader_look(reader, given->end + 1, ANNOTATION_NAME);
    const struct name *name = next ? next->detail : NULL;
    return name && name->given && name->words > 1 && reader_is(reader, given->end, CLASS(AND));
}

void reader_name(struct reader *reader, const struct annotation *annotation)
{
    const struct name *name = annotation->detail;
    reader->party.type = PARTY_PERSON;
    reader->party.name_begin = annotation->begin;
    reader->party.name_end = annotation->end;
    const bool titled = reader->party.honorific || reader->party.role_count;
    reader->at = behind_nickname(reader, annotation->end);
    const struct annotation *rest =
        reader->at > annotation->end ? reader_look(reader, reader->at, ANNOTATION_NAME) : NULL;
    if (rest) /* 'Ana "Anita" Lind' */
        reader->at = reader->party.name_end = rest->end;
    reader_origin(reader);
    reader_titles(reader);
    reader_last_state(reader);
    const bool origin = reader->party.country[0] && name->words > 1;
    reader->party.figure = name->figure;
    const bool sure = titled || origin || reader->party.role_count || name->figure ||
                      (name->given && (name->words > 1 || shares_family(reader, annotation))) ||
                      (name->surname && name->words > 1);
    reader->party.weak = !sure;
    if (reader->party.partisan && reader->party.rank == RANK_HEAD_OF_STATE)
        reader->party.rank = RANK_OFFICIAL;
}

/* ", le conservateur X,", ", le sud-africain Y,": the name of two words behind one small word at
 * token that tells what he is besides, closed again and not the next of a list; or NULL. */
static const struct annotation *described_name(const struct reader *reader, uint32_t token)
{
    const bool small = token + 1 < reader->end && look_flag(reader->document, token, TOKEN_WORD) &&
                       !look_flag(reader->document, token, TOKEN_CAPITAL) &&
                       !reader_look(reader, token, ANNOTATION_ROLE) &&
                       !reader_look(reader, token, LEXICON_HONORIFIC) &&
                       !reader_is(reader, token, CLASS(STOPWORD) | CLASS(OF) | CLASS(AT));
    const struct annotation *people = reader_look(reader, token, LEXICON_DEMONYM);
    const uint32_t behind = people ? people->end : token + 1;
    const struct annotation *found = small ? reader_look(reader, behind, ANNOTATION_NAME) : NULL;
    const struct name *name = found ? found->detail : NULL;
    if (!name || name->words < 2 || !reader_personal(found))
        return NULL;
    const bool listed = reader_is(reader, found->end, CLASS(AND)) ||
                        reader_is(reader, found->end + 1, CLASS(AND) | READER_ARTICLES);
    const bool closed =
        found->end >= reader->end || look_flag(reader->document, found->end, TOKEN_PUNCT);
    return closed && !listed ? found : NULL;
}

/* "le député (centre) X", "President [Ann] Y": behind a short bracket before a name, or token. */
static uint32_t behind_aside(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 4 };
    const bool square = token < reader->end && look_mark(reader->document, token, '[');
    if (token >= reader->end || !(square || look_mark(reader->document, token, '(')))
        return token;
    for (uint32_t t = token + 1; t + 1 < reader->end && t - token <= WORDS_MAX; t++) {
        if (look_mark(reader->document, t, square ? ']' : ')'))
            return reader_look(reader, t + 1, ANNOTATION_NAME) ? t + 1 : token;
    }
    return token;
}

/* "After talks with the king, X | went into": a word that no list has may be what X did. */
static bool may_act(const struct reader *reader, uint32_t token)
{
    const struct document *document = reader->document;
    return token + 1 < reader->end && look_flag(document, token, TOKEN_WORD) &&
           !look_flag(document, token, TOKEN_CAPITAL | TOKEN_JOINED) &&
           !document_is(document, token, ~(CLASS(ADVERB) | CLASS(STOPWORD))) &&
           party_opens_circumstance(document, reader->party.begin);
}

/* "After talks with the king, X left", "met the king, X said": whether the name behind the comma is
 * followed by what its bearer does, where the office before it is not what the clause is about. */
static bool acts_himself(const struct reader *reader, const struct annotation *name)
{
    const uint64_t governors =
        CLASS(OF) | CLASS(BY) | CLASS(TO) | CLASS(FROM) | CLASS(AT) | CLASS(AND);
    const struct document *document = reader->document;
    const uint32_t before = reader->party.begin - 1;
    if (reader->party.begin == 0 || look_flag(document, before, TOKEN_PUNCT))
        return false;
    const struct annotation *says = reader_look(reader, name->end, LEXICON_SPEECHVERB);
    if (says) /* not "met the king, X, according to" */
        return !look_flag(document, before, TOKEN_SENTENCE) &&
               !look_says(document, says, STR("SOURCE"));
    if (document_is(document, before, CLASS(AND)) && !party_verb_before(document, before))
        return false; /* "A and the envoy, X have begun" */
    return (document_is(document, before, governors) || look_at(document, before, LEXICON_WITH)) &&
           !reader_look(reader, name->end, ANNOTATION_ROLE) && /* "X, représentant le recteur" */
           (reader_look(reader, name->end, ANNOTATION_VERB) ||
            reader_look(reader, name->end, LEXICON_AUX) || may_act(reader, name->end));
}

/* "Son Excellence Monsieur X", "His Excellency, X": behind the words of address at token. */
static uint32_t behind_address(const struct reader *reader, uint32_t token)
{
    const struct annotation *word;
    while (!reader_look(reader, token, ANNOTATION_NAME) &&
           (word = reader_look(reader, token, LEXICON_HONORIFIC)))
        token = word->end + (reader_comma(reader, word->end) &&
                             reader_look(reader, word->end + 1, ANNOTATION_NAME));
    return token;
}

/* "Son Excellence, le colonel X": behind words of address apart from a title, or token. */
static uint32_t behind_apart(const struct reader *reader, uint32_t token)
{
    const uint32_t end = behind_address(reader, token);
    return end > token && reader_comma(reader, end) ? reader_skip(reader, end + 1, READER_ARTICLES)
                                                    : token;
}

/* The name that a title introduces: "le Premier ministre du pays, X", "le roi, le Finlandais X". */
static const struct annotation *titled_name(const struct reader *reader, uint32_t token)
{
    uint32_t t = title_behind_land(reader, title_behind_term(reader, behind_aside(reader, token)));
    const bool comma = reader_comma(reader, t);
    t += comma;
    const uint32_t bare = comma ? reader_skip(reader, t, CLASS(DETERMINER)) : t;
    const struct annotation *apposed = bare > t ? reader_national(reader, bare) : NULL;
    if (!apposed && bare > t)
        apposed = described_name(reader, bare);
    if (apposed)
        return apposed;
    const struct annotation *honorific = reader_look(reader, bare, LEXICON_HONORIFIC);
    if (honorific && honorific->end == bare + 1 && reader_look(reader, bare, ANNOTATION_NAME))
        honorific = NULL; /* "Cheikh Anta Diop" */
    if (honorific)
        t = behind_address(reader, honorific->end);
    const struct annotation *name = reader_look(reader, t, ANNOTATION_NAME);
    if (!name || !reader_personal(name))
        return NULL;
    if (!comma || acts_himself(reader, name)) /* "après l'entretien avec le roi, M. X a dit" */
        return comma ? NULL : name;
    if (honorific)
        return name;
    /* After a comma the name must be closed again or look like a person's by itself. */
    const struct name *detail = name->detail;
    const bool closed = reader_comma(reader, name->end) || name->end >= reader->end ||
                        reader_is(reader, name->end, CLASS(AND)) ||
                        look_flag(reader->document, name->end, TOKEN_PUNCT);
    return closed || detail->given || detail->words > 1 ? name : NULL;
}

/* "Invité par le roi, le président X a": whether the comma at token ends a phrase that opens the
 * sentence with a participle: who acts is another. */
static bool ends_opening(const struct reader *reader, uint32_t token)
{
    enum { OPENING_MAX = 8 };
    const struct document *document = reader->document;
    const uint32_t begin = reader->party.begin;
    if (!reader_comma(reader, token) || begin == 0 || !document_is(document, begin - 1, CLASS(BY)))
        return false;
    for (uint32_t back = 2; back <= OPENING_MAX && back <= begin; back++) {
        if (look_flag(document, begin - back, TOKEN_SENTENCE))
            return true;
        if (look_flag(document, begin - back, TOKEN_PUNCT) ||
            look_at(document, begin - back, LEXICON_AUX))
            return false;
    }
    return false;
}

/* "Après avoir reçu le roi, le président X a", "Accompagné du maire, …": whether a verb stands
 * behind the name and before it what opens the sentence: of another. */
static bool ends_circumstance(const struct reader *reader, uint32_t token,
                              const struct annotation *name)
{
    if (!name || !reader_comma(reader, token))
        return false;
    /* ", le maire, X, juge que": whoever stands apart acts, also by a verb that no list has */
    const bool apart = reader_comma(reader, name->begin - 1) && reader_comma(reader, name->end);
    return (apart || reader_look(reader, name->end, ANNOTATION_VERB) ||
            reader_look(reader, name->end, LEXICON_AUX)) &&
           party_opens_circumstance(reader->document, token);
}

/* "After talks with the Turkish president, Greek minister X", "of the Sultan of Oman, King X of
 * Spain": whether the next title, or what stands behind its name, tells another state. */
static bool is_of_other_state(const struct reader *reader, const struct annotation *role)
{
    const struct role *next = role->detail;
    const char *state = next->country_count == 1 ? next->countries[0] : NULL;
    const struct annotation *name = reader_look(reader, role->end, ANNOTATION_NAME);
    if (!state && name && reader_is(reader, name->end, CLASS(OF))) {
        const uint32_t token = reader_skip(reader, name->end + 1, READER_ARTICLES);
        const struct annotation *country = reader_look(reader, token, LEXICON_COUNTRY);
        state = country ? country_of(reader->document, country) : NULL;
    }
    return state && reader->party.country[0] && strcmp(state, reader->party.country) != 0;
}

/* "met his counterpart, President X, in": whether the name behind the role ends an aside. */
static bool ends_name(const struct reader *reader, uint32_t token, const struct annotation *role)
{
    const struct annotation *name = reader_look(reader, role->end, ANNOTATION_NAME);
    return name && !ends_circumstance(reader, token, name) &&
           (name->end >= reader->end || look_flag(reader->document, name->end, TOKEN_PUNCT) ||
            reader_is(reader, name->end, CLASS(AT) | CLASS(ABOUT) | CLASS(AND) | CLASS(OF)) ||
            reader_look(reader, name->end, ANNOTATION_DATE) || /* "Le ministre, le Général X a" */
            look_flag(reader->document, reader->party.begin, TOKEN_SENTENCE));
}

/* "between the interlocutor and party president X will", "the king, Crown Prince X": whether the
 * next title, which ends before the name of who bears it, is another's: where two must be told, or
 * in small letters an office of state and in capitals a different one. */
static bool begins_another(const struct reader *reader, uint32_t token, uint32_t joint,
                           const struct annotation *role)
{
    const struct document *document = reader->document;
    const struct annotation *name = titled_name(reader, role->end);
    const struct party *party = &reader->party;
    const uint32_t begin = party->begin;
    if (!name || party->role_count != 1 || party->counterpart || joint == token)
        return false;
    const bool more = reader_is(reader, name->end, CLASS(AND));
    if (reader_is(reader, token, CLASS(AND)))
        return !more && begin > 0 && look_at(document, begin - 1, LEXICON_BETWEEN);
    const enum rank rank = ((const struct role *)role->detail)->rank;
    if (rank == RANK_MILITARY && ends_name(reader, token, role))
        return false; /* "met the leader of the junta, General X, in" */
    return reader_is(reader, begin, CLASS(DETERMINER)) &&
           !look_flag(document, party->roles[0]->begin, TOKEN_CAPITAL) &&
           look_flag(document, role->begin, TOKEN_CAPITAL) && rank != RANK_NONE &&
           party->rank != RANK_NONE && rank != party->rank;
}

/*
 * The next title before one name: "vice-ministre de X, chef de Y, le général Z", "président et
 * ministre X".  Behind an article the name must follow at once, else another person begins.
 */
static const struct annotation *next_title(const struct reader *reader, uint32_t token,
                                           unsigned depth)
{
    enum { CHAIN_MAX = 3 };
    const uint32_t mark = token + (reader_comma(reader, token) || reader_dash(reader, token));
    const uint32_t joint = reader_skip(reader, mark, CLASS(AND));
    const struct annotation *address = reader_look(reader, joint, LEXICON_HONORIFIC);
    const bool addressed = address && (mark > token || joint == token) &&
                           !reader_look(reader, joint, ANNOTATION_ROLE) &&
                           reader_look(reader, address->end, ANNOTATION_ROLE);
    const uint32_t bare = addressed /* ", His Excellency President X", "of Qatar HRH Prince X" */
                              ? address->end
                              : reader_skip(reader, behind_apart(reader, joint), READER_ARTICLES);
    const struct annotation *people = /* "his counterpart, Kenyan President X" */
        reader->party.counterpart && mark > token ? reader_look(reader, bare, LEXICON_DEMONYM)
                                                  : NULL;
    const struct annotation *role =
        reader_look(reader, people ? people->end : bare, ANNOTATION_ROLE);
    if (!role || depth == CHAIN_MAX || ((const struct role *)role->detail)->plural ||
        party_begins_peer(reader, token, role) || begins_another(reader, token, joint, role) ||
        (mark > token && is_of_other_state(reader, role)))
        return NULL;
    const bool other = mark > token && look_flag(reader->document, bare, TOKEN_CAPITAL) &&
                       reader_is(reader, reader->party.begin, CLASS(POSSESSIVE)) &&
                       !look_flag(reader->document, reader->party.begin + 1, TOKEN_CAPITAL) &&
                       !(reader->party.counterpart && ends_name(reader, token, role));
    const bool again = mark > token && reader_is(reader, joint, CLASS(OF)); /* "du préfet, du" */
    if (other || /* "after firing his finance minister, President X" */
        (bare > joint &&
         (again || reader_is(reader, token, CLASS(AND)) || ends_opening(reader, token))))
        return NULL;
    if (bare > joint) {
        const uint32_t after = role->end + reader_comma(reader, role->end);
        const struct annotation *name = reader_look(reader, after, ANNOTATION_NAME);
        const bool apposed = name && after > role->end && reader_personal(name) &&
                             ((const struct name *)name->detail)->words > 1 &&
                             look_flag(reader->document, name->end, TOKEN_PUNCT);
        return name && !ends_circumstance(reader, token, name) && (after == role->end || apposed)
                   ? role /* "le général, X," */
                   : NULL;
    }
    const uint32_t end = reader_behind_acronym(reader, role->end);
    return titled_name(reader, end) || next_title(reader, end, depth + 1) ? role : NULL;
}

/* "des émissaires de l'opposant X, président du parti, ont": behind the title of whoever sent them,
 * or token. */
static uint32_t behind_owner(const struct reader *reader, const struct role *sent, uint32_t token)
{
    const struct annotation *role =
        reader_comma(reader, token) ? reader_look(reader, token + 1, ANNOTATION_ROLE) : NULL;
    const bool own = role && !((const struct role *)role->detail)->plural &&
                     !reader_look(reader, role->end, ANNOTATION_NAME);
    return own && title_tells_whose(reader->document, sent) ? role->end : token;
}

/* "avec son hôte": whether only a word was read that stands for the other of two told before. */
static bool is_guest(const struct reader *reader)
{
    const struct party *party = &reader->party;
    if (!party->counterpart || party->role_count != 1 || party->country[0])
        return false;
    for (uint32_t t = party->begin; t <= party->roles[0]->begin; t++) {
        const struct annotation *word = reader_look(reader, t, LEXICON_COUNTERPART);
        if (look_says(reader->document, word, STR("GUEST")))
            return true;
    }
    return false;
}

bool reader_titled(struct reader *reader, const struct annotation *role)
{
    const uint32_t officer = reader_take_officer(reader, role);
    if (officer > role->begin) { /* "the Prime Minister's adviser" */
        reader->at = reader_behind_acronym(reader, officer);
        role = next_title(reader, reader->at, 0);
    }
    for (; role; role = reader->party.plural ? NULL : next_title(reader, reader->at, 0)) {
        reader_title(reader, role);
        reader->at = reader_behind_acronym(reader, role->end);
    }
    const struct annotation *name = reader->party.plural ? NULL : titled_name(reader, reader->at);
    const uint32_t behind = reader->at;
    const struct annotation *sender = reader_sender_in(reader);
    if (sender) {
        reader_sent(reader, sender);
        reader->at = behind > reader->at ? behind : reader->at; /* "ELN negotiators", "leaders" */
        return true;
    }
    if (reader->party.plural && reader->party.role_count)
        reader->at = behind_owner(reader, reader->party.roles[0], reader->at);
    reader->party.type = PARTY_PERSON;
    reader->party.companion = reader->party.rank == RANK_NONE && !reader->party.counterpart &&
                              reader_is(reader, reader->party.begin, CLASS(POSSESSIVE));
    if (name && reader->party.counterpart && !reader->party.country[0])
        reader_nation(reader, name);
    if (name)
        reader_name(reader, name);
    else if (!reader->party.plural)
        reader_take_chain(reader);
    reader->party.guest = !name && is_guest(reader);
    return true;
}

bool reader_honorific(struct reader *reader, const struct annotation *honorific)
{
    const uint32_t end = behind_address(reader, honorific->begin);
    const uint32_t t = reader_skip(reader, end, CLASS(DETERMINER));
    const struct annotation *name = reader_look(reader, end, ANNOTATION_NAME);
    reader->party.honorific = true;
    if (name) {
        reader_name(reader, name);
        reader_take_address(reader, honorific);
        return true;
    }
    const struct annotation *role = reader_look(reader, t, ANNOTATION_ROLE);
    if (role)
        return reader_titled(reader, role);
    const uint32_t begin = reader->party.begin;
    if (!reader_look(reader, t, LEXICON_COUNTRY) && !reader_look(reader, t, LEXICON_DEMONYM))
        return false;
    reader->at = t; /* "HE US Secretary of State X" */
    const bool read = reader_party(reader) && reader->party.type == PARTY_PERSON;
    reader->party.begin = begin;
    return read;
}
