#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/clause/chunk_mark.h"
#include "meeting/clause/titled.h"
#include "meeting/label/phrase.h"
#include "meeting/mention/occasion.h"

enum { LOOK_BACK = 6 };

/* Kinds that can stand before the word for a meeting as part of its name. */
static const uint16_t BEFORE[] = {
    LEXICON_ORDINAL,   ANNOTATION_NUMBER,   LEXICON_NEXTPREVIOUS, LEXICON_DEMONYM,
    LEXICON_COUNTRY,   LEXICON_REGION,      ANNOTATION_ORG,       LEXICON_ORGANIZATION,
    LEXICON_PORTFOLIO, LEXICON_SERIES,      LEXICON_MEETNOUN,     ANNOTATION_NAME,
    LEXICON_GROUPNOUN, LEXICON_INSTITUTION, LEXICON_CITY,         LEXICON_ORGHEAD,
};

static bool is_ordinal(const struct annotation *annotation)
{
    return annotation->kind == LEXICON_ORDINAL || annotation->kind == ANNOTATION_NUMBER;
}

/* "Peru to Join Lake Forum Meeting": whether a name of such a headline begins with its verb. */
static bool begins_with_verb(const struct document *document, const struct annotation *name)
{
    const struct annotation *verb = look_flag(document, name->begin, TOKEN_TITLE)
                                        ? look_at(document, name->begin, LEXICON_EVENTVERB)
                                        : NULL;
    return verb && name->begin > 0 && document_is(document, name->begin - 1, CLASS(TO));
}

/* The longest annotation of a kind in BEFORE that ends at token, or NULL. */
static const struct annotation *ending_at(const struct phrase *phrase, uint32_t token)
{
    const struct annotation *longest = NULL;
    for (uint32_t b = token; b-- > phrase->begin && token - b <= LOOK_BACK;) {
        for (const struct annotation *a = phrase->document->first[b]; a; a = a->next) {
            if (a->end != token)
                continue;
            for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
                const bool ordinal = longest && longest->begin == b && is_ordinal(longest);
                if (a->kind == BEFORE[i] && !ordinal && !begins_with_verb(phrase->document, a))
                    longest = a;
            }
        }
    }
    return longest;
}

static int32_t ordinal_value(const struct document *document, const struct annotation *ordinal)
{
    if (ordinal->kind == LEXICON_ORDINAL)
        return look_lexeme(document, ordinal)->number;
    const struct capture *number = look_capture(ordinal, CAPTURE_NUMBER);
    return number ? look_token(document, number->begin)->number : -1;
}

/* "la 8e édition du Sommet", "the second round of the talks": where the word that the ordinal
 * counts begins, before "of" and the word at token; token: there is none. */
static uint32_t edition_word(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    uint32_t of = token;
    while (of > phrase->begin && titled_mark(phrase->document, of - 1))
        of--;
    while (of > phrase->begin + 1 && look_flag(document, of - 1, TOKEN_HYPHEN) &&
           !look_flag(document, of - 1, TOKEN_CAPITAL))
        of -= 2; /* "of four-nation talks" */
    while (of > phrase->begin && document_is(document, of - 1, CLASS(DETERMINER)) &&
           !document_is(document, of - 1, CLASS(OF)))
        of--;
    if (of < phrase->begin + 2 || !document_is(document, of - 1, CLASS(OF)))
        return token;
    const struct annotation *word = look_at(document, of - 2, LEXICON_EDITIONWORD);
    const struct annotation *counter = word ? ending_at(phrase, of - 2) : NULL;
    if (!counter || look_at(document, of - 2, LEXICON_MEETNOUN))
        return token;
    const uint8_t which = counter->kind == LEXICON_NEXTPREVIOUS
                              ? look_lexeme(document, counter)->sequence
                              : SEQUENCE_NONE;
    const bool sequence =
        (which == SEQUENCE_NEXT || which == SEQUENCE_PREVIOUS || which == SEQUENCE_LAST) &&
        (phrase->label.kind == KIND_CONFERENCE || phrase->label.kind == KIND_SUMMIT);
    const bool round = which != SEQUENCE_NONE && document_is(document, of - 2, CLASS(ROUND));
    return is_ordinal(counter) || sequence || round ? of - 2 : token; /* "a new round of X talks" */
}

/* Whether a person's name ends at token, "President Costa" in "President Costa meeting", or the one
 * told by office alone, "Le ministre malien | échange avec B". */
static bool person_ends(const struct phrase *phrase, uint32_t token)
{
    enum { PARTY_BACK = 12 };
    for (uint32_t b = token; b-- > phrase->begin && token - b <= PARTY_BACK;) {
        const struct annotation *annotation = look_at(phrase->document, b, ANNOTATION_PARTY);
        if (!annotation || annotation->end < token)
            continue;
        const struct party *last = party_last(annotation);
        const bool counted = /* "the fourth Amber Coast Meeting" */
            look_at(phrase->document, last->name_begin - 1, LEXICON_ORDINAL) != NULL;
        const bool office =
            last->name_end == last->name_begin && !last->plural &&
            !pack_adjectives_first(phrase->document->pack); /* "an investor forum" */
        return !counted && annotation->end == token && last->type == PARTY_PERSON && !last->weak &&
               (last->name_end == token || office);
    }
    return false;
}

/* "its December meeting", "the Friday summit": when it is names nothing. */
static bool is_day(const struct document *document, uint32_t token)
{
    return look_at(document, token, ANNOTATION_DATE) || look_at(document, token, LEXICON_MONTH) ||
           look_at(document, token, LEXICON_WEEKDAY);
}

/* "Kenya Postpones Arctic Summit": each word of such a headline has a capital, verbs too. */
static bool is_verb_of_title(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_TITLE) && (look_at(document, token, ANNOTATION_VERB) ||
                                                       look_at(document, token, LEXICON_EVENTVERB));
}

/* A capital that no sentence begins with, and no day. */
static bool is_of_name(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_CAPITAL) && !is_verb_of_title(document, token) &&
           !document_is(document, token,
                        CLASS(DETERMINER) | CLASS(STOPWORD) | CLASS(AT) | CLASS(OF)) &&
           !look_flag(document, token, TOKEN_SENTENCE) && !is_day(document, token);
}

/* "the Labour Party's annual conference", "the Nurses' Congress", "a women's forum": whether those
 * whose gathering it is, a body or many, and their mark end at token. */
static bool is_of_body(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    const enum meeting_kind kind = phrase->label.kind;
    if (token < phrase->begin + 2 || (kind != KIND_CONFERENCE && kind != KIND_SUMMIT))
        return false;
    const bool clitic = look_clitic(document, token - 1);
    const struct annotation *body = ending_at(phrase, token - 1);
    if (body && clitic && (body->kind == LEXICON_ORGANIZATION || body->kind == ANNOTATION_ORG))
        return true;
    const struct annotation *group = look_at(document, token - 2, LEXICON_GROUPNOUN);
    if (!clitic && look_apostrophe(document, token - 1) && is_of_name(document, token - 2))
        return true;
    return group && group->end == token - 1 && group->tag == TAG_PLUR &&
           (clitic || look_apostrophe(document, token - 1));
}

/* "the Southern Lakes Union (SLU) summit": where the short form in brackets that ends at token
 * begins, else token. */
static uint32_t short_form(const struct phrase *phrase, uint32_t token)
{
    enum { WORDS = 3 };
    const struct document *document = phrase->document;
    const bool bracketed = token > phrase->begin + WORDS && look_mark(document, token - 1, ')') &&
                           look_flag(document, token - 2, TOKEN_CAPITAL) &&
                           look_mark(document, token - WORDS, '(');
    return bracketed && look_flag(document, token - WORDS - 1, TOKEN_CAPITAL) ? token - WORDS
                                                                              : token;
}

/* Whether the word that ends at token counts a length of time. */
static bool is_lasting(const struct document *document, uint32_t token)
{
    return token > 0 && (document_is(document, token - 1, CLASS(HOURS)) ||
                         look_at(document, token - 1, LEXICON_UNIT));
}

/* "the | seven-hour meeting": whether how long it lasted, in one word, ends at token. */
static bool is_length(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    return token >= phrase->begin + 2 && is_lasting(document, token) &&
           look_flag(document, token - 1, TOKEN_HYPHEN) &&
           (look_flag(document, token - 2, TOKEN_NUMBER) ||
            look_at(document, token - 2, LEXICON_NUMBER));
}

/* "UN-led talks", "the Doha-based forum", "four-nation talks": whether a name or number and what a
 * hyphen joins to it end at token; not "High-stakes talks". */
static bool is_compound(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    const uint64_t epithets = pack_optional(document->pack, OPTIONAL_EPITHET);
    return token >= phrase->begin + 2 && look_flag(document, token - 1, TOKEN_HYPHEN) &&
           !look_flag(document, token - 1, TOKEN_CAPITAL) &&
           !document_is(document, token - 1, epithets) &&
           (look_flag(document, token - 2, TOKEN_CAPITAL) ||
            (look_at(document, token - 2, LEXICON_NUMBER) && !is_lasting(document, token))) &&
           !look_flag(document, token - 2, TOKEN_HYPHEN);
}

/* Whether a noun phrase goes no further left than token: an article, a name, a number or an epithet
 * ends there. */
static bool is_phrase_edge(const struct phrase *phrase, uint32_t token, uint64_t epithets)
{
    const struct document *document = phrase->document;
    const uint64_t articles = CLASS(DETERMINER) | CLASS(INDEFINITE) | CLASS(POSSESSIVE) |
                              CLASS(DEMONSTRATIVE) | CLASS(MEETADJECTIVE);
    return token > phrase->begin && (document_is(document, token - 1, articles | epithets) ||
                                     look_clitic(document, token - 1) || ending_at(phrase, token));
}

/* "an international investor conference": where the words that no list has, and that stand between
 * the edge of the phrase and a gathering, begin; token: there are none, or the pack doesn't say
 * which adjectives are no part of a name. */
static uint32_t before_modifiers(const struct phrase *phrase, uint32_t token)
{
    enum { MODIFIERS_MAX = 3 };
    const struct document *document = phrase->document;
    const uint64_t epithets = pack_optional(document->pack, OPTIONAL_EPITHET);
    const uint64_t subjects = CLASS(MUTUAL); /* "a cooperation forum" */
    if (!epithets || !kind_is_gathering(phrase->label.kind))
        return token;
    for (uint32_t begin = token; begin > phrase->begin && token - begin < MODIFIERS_MAX;) {
        begin--;
        const bool plain =
            look_flag(document, begin, TOKEN_WORD) && !look_flag(document, begin, TOKEN_CAPITAL) &&
            !(document->classes[begin] & ~subjects) && !look_clitic(document, begin) &&
            !look_at(document, begin, ANNOTATION_VERB) &&
            !look_at(document, begin, LEXICON_EVENTVERB);
        if (!plain)
            return token;
        while (begin > phrase->begin && look_flag(document, begin, TOKEN_HYPHEN))
            begin--; /* "cross-border" */
        if (is_phrase_edge(phrase, begin, epithets))
            return begin;
    }
    return token;
}

uint32_t label_owner(const struct phrase *phrase, uint32_t token)
{
    if (token < phrase->begin + 2 || !look_clitic(phrase->document, token - 1) ||
        person_ends(phrase, token - 1))
        return token;
    const struct annotation *body = ending_at(phrase, token - 1);
    if (!body || (body->kind != LEXICON_ORGANIZATION && body->kind != ANNOTATION_ORG &&
                  body->kind != ANNOTATION_NAME))
        return token;
    uint32_t begin = body->begin;
    while (begin > phrase->begin && is_of_name(phrase->document, begin - 1))
        begin--;
    return begin;
}

/* Where the word or words begin that end at token and say more of the meeting, known to no lexicon
 * as such: adjectives, compounds, words of its name; or token. */
static uint32_t before_words(struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    const bool inside = token > phrase->begin;
    if (inside && document_is(document, token - 1, CLASS(MEETADJECTIVE)))
        return token - 1;
    uint32_t next = label_joined_before(phrase, token);
    if (next < token)
        token = next; /* "Trade and Investment" */
    else if (is_compound(phrase, token))
        next = token - 2;
    else if (inside && is_of_name(document, token - 1))
        next = token - 1;
    else if (edition_word(phrase, token) < token)
        next = edition_word(phrase, token);
    else
        next = before_modifiers(phrase, token);
    phrase->premodified |= next < token;
    return next;
}

/* Two states or bodies, two people, two demonyms: what may stand as a pair before a word for a
 * meeting. */
static unsigned side_of(const struct annotation *annotation)
{
    switch (annotation ? annotation->kind : 0) {
    case LEXICON_COUNTRY:
    case LEXICON_ORGANIZATION:
        return 1;
    case ANNOTATION_NAME:
        return 2;
    case LEXICON_DEMONYM:
        return 3;
    default:
        return 0;
    }
}

/* "the Kenya and Peru summit", in headlines "Kenya, Peru trade talks", "the Kenya – Peru forum",
 * "Kenya/Peru": where the other of the two begins beside the one that begins at token; token: there
 * is none. */
static uint32_t before_pair(const struct phrase *phrase, const struct annotation *one)
{
    const struct document *document = phrase->document;
    const uint32_t joint = one->begin - 1;
    const unsigned side = side_of(one);
    if (!side || one->begin < phrase->begin + 2 ||
        (phrase->label.plural && kind_is_gathering(phrase->label.kind)))
        return one->begin; /* "the EU and NATO summits" are two */
    const bool comma = phrase->title && look_mark(document, joint, ',');
    const bool dash = mark_is_dash(document, joint) || look_mark(document, joint, '/');
    if (!comma && !dash && !document_is(document, joint, CLASS(AND)))
        return one->begin;
    const struct annotation *other = ending_at(phrase, joint);
    const bool first = other && other->begin == phrase->begin;
    const bool edge =
        first ||
        (other && (dash || (!comma && document_is(document, other->begin - 1,
                                                  CLASS(DETERMINER) | CLASS(INDEFINITE)))));
    return edge && side_of(other) == side ? other->begin : one->begin;
}

/* Takes what stands before the noun at token into the label; where the phrase begins. */
static uint32_t read_before(struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    struct label *label = &phrase->label;
    for (;;) {
        token = short_form(phrase, token);
        if (label->kind != KIND_SUMMIT && person_ends(phrase, token))
            return token;
        const struct annotation *before = ending_at(phrase, token);
        if (!before && is_of_body(phrase, token))
            before = ending_at(phrase, --token);
        if (before && before->kind == LEXICON_GROUPNOUN && label->edition > 0)
            return token; /* "the state chairs the 25th meeting" */
        const struct annotation *group =
            before ? look_at(document, before->begin, LEXICON_GROUPNOUN) : NULL;
        const struct annotation *office =
            before ? look_at(document, before->begin, LEXICON_OFFICE) : NULL;
        if ((group && group->end > before->end) || (office && office->end > before->end)) {
            phrase->premodified = true; /* "the first ministers' meeting": who they are */
        } else if (before && is_ordinal(before)) {
            label->edition = ordinal_value(document, before);
            label->ordinal = (struct span){before->begin, before->end};
        } else if (before && before->kind == LEXICON_NEXTPREVIOUS) {
            /* "prochain", "next" say which one; they are no part of its name. */
            label->sequence = look_lexeme(document, before)->sequence;
            label->definite = true;
            phrase->outer = before->begin;
            return token;
        } else if (before && before->kind == LEXICON_MEETNOUN && before->begin > phrase->begin &&
                   document_is(document, before->begin - 1, CLASS(TO))) {
            return token; /* "to call a session" */
        } else if (before) {
            const struct annotation *palace = look_at(document, before->begin, LEXICON_INSTITUTION);
            const bool seat =
                before->kind == LEXICON_CITY || (palace && palace->end == before->end);
            /* "a White House meeting": where it is names no talks. */
            label->seated = seat && !phrase->premodified && !kind_is_gathering(label->kind);
            if (before->kind == LEXICON_MEETNOUN && label->kind == KIND_TALKS &&
                look_lexeme(document, before)->kind == KIND_SUMMIT)
                label->kind = KIND_SUMMIT; /* "an emergency summit | meeting" */
            phrase->premodified = true;
        } else {
            const uint32_t next = before_words(phrase, token);
            if (next == token) {
                phrase->outer = is_length(phrase, token) ? token - 2 : phrase->outer;
                return token;
            }
            token = next;
            continue;
        }
        token = before_pair(phrase, before);
    }
}

uint32_t label_before(struct phrase *phrase, const struct annotation *noun)
{
    const struct document *document = phrase->document;
    uint32_t begin = read_before(phrase, noun->begin);
    if (begin < noun->begin && document_is(document, begin, CLASS(INDEFINITE)))
        begin++; /* "Another summit", read as a name */
    if (document_is(document, begin, CLASS(POSSESSIVE)) && begin + 1 < noun->end)
        begin++; /* "sa rentrée parlementaire", one phrase of the list */
    return begin;
}

bool label_points(const struct document *document, uint32_t token)
{
    const uint32_t before = token - 1;
    if (document_is(document, before, CLASS(DEMONSTRATIVE)))
        return true;
    const bool judges = /* not "such a meeting" */
        !document->classes[before] ||
        (document_is(document, before, CLASS(STOPWORD)) &&
         !document_is(document, before, CLASS(DETERMINER) | CLASS(INDEFINITE)));
    return judges && look_flag(document, before, TOKEN_WORD) &&
           !look_flag(document, before, TOKEN_CAPITAL) && !document->first[before] &&
           document_is(document, before - 1, CLASS(DEMONSTRATIVE)) &&
           !document_is(document, before - 1, CLASS(SUBORDINATOR));
}
