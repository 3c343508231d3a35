#include "meeting/label/phrase.h"

#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/clause/titled.h"
#include "meeting/resolve/group.h"

/* "à la réunion X, ministre de Y, et Z": people with their offices, or several, are no name. */
static bool is_presented(const struct document *document, uint32_t token)
{
    const struct annotation *annotation = look_at(document, token, ANNOTATION_PARTY);
    return label_is_person(document, token) &&
           (party_members(annotation)->count > 1 || party_members(annotation)->at[0]->role_count);
}

/* "le Forum « Ports d'Afrique »": just behind what its quotation marks call it, else token. */
static uint32_t behind_title(const struct phrase *phrase, uint32_t token)
{
    const enum meeting_kind kind = phrase->label.kind;
    return (kind == KIND_CONFERENCE || kind == KIND_SUMMIT) && token + 2 < phrase->end &&
                   look_flag(phrase->document, token + 1, TOKEN_CAPITAL)
               ? titled_quoted(phrase->document, token, phrase->end)
               : token;
}

/* "Arctic Summit After Storm": whether a word of the headline ends the name, its capital or not. */
static bool ends_in_title(const struct phrase *phrase, uint32_t token)
{
    const uint64_t small = CLASS(OF) | CLASS(ABOUT) | CLASS(AT) | CLASS(TO) | CLASS(BY) |
                           CLASS(FROM) | CLASS(SUBORDINATOR) | CLASS(STOPWORD);
    return phrase->title && (document_is(phrase->document, token, small) ||
                             look_at(phrase->document, token, ANNOTATION_VERB) ||
                             look_at(phrase->document, token, LEXICON_FOLLOWING));
}

/* "a summit | next month": the word belongs to the month. */
static bool is_day_ahead(const struct document *document, uint32_t token)
{
    const struct annotation *sequence = look_at(document, token, LEXICON_NEXTPREVIOUS);
    return look_lexeme(document, sequence)->sequence == SEQUENCE_NEXT &&
           look_at(document, token, ANNOTATION_DATE);
}

/* Whether a word for a meeting stands at token that says no more than the gathering before it. */
static bool is_plain_meeting(const struct document *document, uint32_t token)
{
    const struct annotation *noun = look_at(document, token, LEXICON_MEETNOUN);
    const enum meeting_kind kind = noun ? look_lexeme(document, noun)->kind : KIND_OTHER;
    return kind == KIND_TALKS || kind == KIND_CONFERENCE;
}

static uint32_t read_after(struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    uint32_t t = token;
    for (;;) {
        const struct annotation *sequence = look_at(document, t, LEXICON_NEXTPREVIOUS);
        const uint32_t next = t + (t > token && document_is(document, t, CLASS(AND)));
        const struct annotation *people = look_at(document, next, LEXICON_DEMONYM);
        if (t < phrase->end && document_is(document, t, CLASS(MEETADJECTIVE)))
            t++;
        else if (people && next < phrase->end && !look_flag(document, next, TOKEN_CAPITAL)) {
            phrase->complemented |= /* "le sommet | franco-italien" */
                phrase->label.kind == KIND_SUMMIT && party_hyphened(document, next);
            t = people->end; /* "des ministres | français et allemands" */
        } else if (t + 1 < phrase->end && label_joins_adjective(document, t))
            t += 2; /* "le forum économique | et social" */
        else if (t > token && t < phrase->end && is_plain_meeting(document, t))
            t = look_at(document, t, LEXICON_MEETNOUN)->end; /* "Ports Forum annual meeting" */
        else if (sequence && sequence->end <= phrase->end && t == token &&
                 !is_day_ahead(document, t)) {
            phrase->label.sequence = look_lexeme(document, sequence)->sequence;
            break;
        } else
            break;
    }
    const uint32_t proper = t = label_adjectives(phrase, t);
    while (t < phrase->end && look_flag(document, t, TOKEN_CAPITAL) &&
           !look_at(document, t, LEXICON_HONORIFIC) && !look_at(document, t, LEXICON_OFFICE) &&
           !look_at(document, t, LEXICON_WITH) && !look_at(document, t, LEXICON_BETWEEN) &&
           !ends_in_title(phrase, t) && !document_is(document, t, CLASS(AT)) &&
           !look_at(document, t, ANNOTATION_DATE) &&
           (party_people_hyphened(document, t) ? phrase->label.kind == KIND_SUMMIT
                                               : !is_presented(document, t))) {
        const struct annotation *whole = label_whole(phrase, t);
        t = label_past_dash(phrase, whole ? whole->end : t + 1);
    }
    t = behind_title(phrase, t);
    if (titled_names(document, t) &&
        (!titled_about(document, t) || phrase->label.kind == KIND_CONFERENCE))
        t = titled_end(document, t, phrase->end);
    phrase->complemented |= t > proper;
    const uint32_t brief = label_short_form(phrase, t); /* "the Council (COM) | of the Union" */
    if (brief < phrase->end && document_is(document, brief, CLASS(OF)))
        t = brief;
    if (label_has_complement(phrase, t)) {
        const uint32_t end = label_complement(phrase, t);
        phrase->complemented |= end > t;
        phrase->label.about |= end > t && !document_is(document, t, CLASS(OF) | CLASS(TO));
        t = end > t ? end : t;
    }
    const bool named = t > token || phrase->premodified || phrase->label.edition > 0;
    return named ? label_short_form(phrase, t) : t;
}

/* "la réunion de la Commission | mixte des lacs", "la réunion des ministres | d'A, de B et de C":
 * just behind the body or the people told in whose middle the word for the meeting ends, or behind
 * that word. */
static uint32_t behind_body(struct phrase *phrase, const struct annotation *noun)
{
    for (uint32_t t = noun->begin + 1; t < noun->end; t++) {
        const struct annotation *body = look_at(phrase->document, t, ANNOTATION_ORG);
        const struct annotation *people = look_at(phrase->document, t, ANNOTATION_PARTY);
        if (!body && people && party_members(people)->count > 2)
            body = people;
        if (!body || body->end <= noun->end || body->end > phrase->end)
            continue;
        phrase->complemented = true;
        return body->end;
    }
    return noun->end;
}

/* Just behind the quotation mark at token that ends what one in the name begins, else token. */
static uint32_t behind_quote(const struct phrase *phrase, uint32_t token)
{
    unsigned marks = 0;
    for (uint32_t t = phrase->label.name.begin; t < token; t++)
        marks += titled_mark(phrase->document, t);
    return marks % 2 && token < phrase->end && titled_mark(phrase->document, token) ? token + 1
                                                                                    : token;
}

/* Where a name begins that begins with how long it is: "three-day conference". */
static uint32_t behind_length(const struct document *document, uint32_t begin, uint32_t end)
{
    const struct annotation *length = look_at(document, begin, ANNOTATION_DURATION);
    return length && length->end < end ? length->end : begin;
}

/* "COP21": the number that ends the id of a series; "G20SUMMIT" has none. */
static int32_t series_edition(const struct document *document, const struct annotation *noun)
{
    const struct str name = pack_column(document->pack, noun->value, 0);
    size_t begin = name.len;
    int32_t number = 0;
    while (begin > 0 && name.at[begin - 1] >= '0' && name.at[begin - 1] <= '9')
        begin--;
    for (size_t i = begin; i < name.len; i++)
        number = number * 10 + (name.at[i] - '0');
    return name.len - begin == 2 ? number : 0;
}

/* "the 2018 Oslo summit", "the June 12 talks": a day or year stands between the article and it. */
static bool is_dated_the(const struct phrase *phrase, uint32_t begin)
{
    enum { WORDS_MAX = 3 };
    for (uint32_t t = begin; t > phrase->begin + 1 && begin - t < WORDS_MAX; t--) {
        const struct annotation *date = look_at(phrase->document, t - 1, ANNOTATION_DATE);
        if (date && date->end == begin)
            return document_is(phrase->document, t - 2, CLASS(DETERMINER)) &&
                   !document_is(phrase->document, t - 2, CLASS(INDEFINITE));
    }
    return false;
}

/* "at Friday's meeting": whether a day with its mark ends before token. */
static bool is_of_day(const struct document *document, uint32_t first, uint32_t token)
{
    enum { WORDS_BACK = 4 };
    for (uint32_t back = 2; look_clitic(document, token - 1) && back <= WORDS_BACK; back++) {
        const struct annotation *day =
            token >= first + back ? look_at(document, token - back, ANNOTATION_DATE) : NULL;
        if (day && day->end == token - 1)
            return true;
    }
    return false;
}

/* "a major | annual forum", "her rewarding | visit": where the words before token begin that are no
 * part of a name: known as such, or behind a possessive to no list at all. */
static uint32_t epithets_begin(const struct phrase *phrase, uint32_t token)
{
    enum { WORDS_MAX = 2 };
    const struct document *document = phrase->document;
    const uint64_t epithets = pack_optional(document->pack, OPTIONAL_EPITHET);
    uint32_t t = token;
    uint64_t edges = CLASS(INDEFINITE) | CLASS(POSSESSIVE);
    for (; t > phrase->begin + 1 && token - t < WORDS_MAX; t--) {
        if (look_unread(document, t - 1))
            edges = CLASS(POSSESSIVE);
        else if (!document_is(document, t - 1, epithets) ||
                 document_is(document, t - 1, CLASS(DETERMINER)))
            break;
    }
    return document_is(document, t - 1, edges) ? t : token;
}

/* "a eu mardi des entretiens", "Des entretiens ont": whether the article is no "of the" here. */
static bool is_partitive(const struct phrase *phrase, uint32_t article)
{
    const struct document *document = phrase->document;
    return document_is(document, article, CLASS(OF)) &&
           document_is(document, article, CLASS(DETERMINER)) &&
           (article == phrase->begin || look_ends(document, article, ANNOTATION_VERB) ||
            look_ends(document, article + 1, ANNOTATION_VERB) || /* in "aura des", one form */
            look_ends(document, article, ANNOTATION_DATE));
}

/* What the article before the name, which begins there, says of it. */
static void label_articles(struct phrase *phrase, const struct annotation *noun, uint32_t begin)
{
    const struct document *document = phrase->document;
    struct label *label = &phrase->label;
    begin = epithets_begin(phrase, begin);
    label->pointing = label_points(document, begin);
    label->definite |=
        label->pointing ||
        document_is(document, begin - 1, CLASS(DETERMINER) | CLASS(OF) | CLASS(AT)) ||
        is_dated_the(phrase, begin);
    label->definite |= document_is(document, noun->begin, CLASS(STANDIN)) ||
                       is_of_day(document, phrase->begin, begin);
    label->possessive = document_is(document, begin - 1, CLASS(POSSESSIVE));
    label->indefinite = document_is(document, begin - 1, CLASS(INDEFINITE));
    const uint8_t kind = look_lexeme(document, noun)->kind;
    if ((kind == KIND_TALKS || kind == KIND_NEGOTIATION) && is_partitive(phrase, begin - 1)) {
        label->indefinite = true;
        label->definite = false;
    }
}

/* "the first round of talks". */
static bool is_part_of_series(const struct document *document, const struct annotation *noun)
{
    const struct annotation *part = look_at(document, noun->begin, LEXICON_EDITIONWORD);
    return part && part->end + 1 < noun->end && document_is(document, part->end, CLASS(OF));
}

/* Whether each of two can have a meeting of its own: a summit, or a body that the packs know. */
static bool can_part(const struct document *document, const struct label *label, uint32_t token)
{
    return label->kind == KIND_SUMMIT ||
           (label->kind != KIND_CONFERENCE && (look_at(document, token, LEXICON_ORGANIZATION) ||
                                               look_at(document, token, LEXICON_INSTITUTION)));
}

/* "les sommets du G7 et de l'Otan": two meetings, of which the name keeps the first. */
static void label_part(const struct document *document, struct label *label)
{
    const uint32_t end = label->name.end;
    for (uint32_t t = label->name.begin + 1; t + 2 < end; t++) {
        uint32_t body = t + 1;
        while (body < end && document_is(document, body, CLASS(OF) | CLASS(DETERMINER)))
            body++;
        if (!document_is(document, t, CLASS(AND)) || !document_is(document, t + 1, CLASS(OF)) ||
            body == end || !look_flag(document, body, TOKEN_CAPITAL) ||
            !can_part(document, label, body))
            continue;
        label->other = (struct span){body, end};
        label->name.end = label->series.end = t;
        label->plural = false;
        return;
    }
}

/* "le sommet UE/Afrique": where the names end that slashes join to the one before end. */
static uint32_t behind_slashes(const struct phrase *phrase, uint32_t end)
{
    const struct document *document = phrase->document;
    while (end > phrase->begin && end + 1 < phrase->end && look_mark(document, end, '/') &&
           look_flag(document, end - 1, TOKEN_CAPITAL) &&
           look_flag(document, end + 1, TOKEN_CAPITAL))
        end += 2;
    return end;
}

/* "a meeting on trade": words that hardly make a name. */
static bool is_slight(const struct document *document, const struct annotation *noun,
                      const struct label *label)
{
    return label->kind == KIND_TALKS && !look_lexeme(document, noun)->strong && label->about &&
           label->edition <= 1 && !label->proper;
}

/* Whether the noun has words before it with which such a meeting is called. */
static bool has_several_words(const struct phrase *phrase, const struct annotation *noun)
{
    const struct label *label = &phrase->label;
    return noun->end - label->name.begin > 1 &&
           (label->kind == KIND_SESSION || label->kind == KIND_CONFERENCE ||
            label->kind == KIND_MINISTERIAL ||
            (label->kind == KIND_SUMMIT && label_is_proper(phrase)) ||
            (label->edition > 0 && label->kind == KIND_TALKS &&
             is_part_of_series(phrase->document, noun)) ||
            label_is_possessed(phrase, noun));
}

/* "la rencontre des deux hommes", "the meeting of the two men": whether only a pair told before
 * stands between the noun and the end of the name. */
static bool is_of_pair(const struct document *document, const struct annotation *noun, uint32_t end)
{
    if (noun->end >= end || !document_is(document, noun->end, CLASS(OF)))
        return false;
    const struct annotation *pair = look_at(document, noun->end, ANNOTATION_PARTY);
    if (!pair)
        pair = look_at(document, noun->end + 1, ANNOTATION_PARTY);
    return pair && pair->end >= end && party_members(pair)->at[0]->rank == RANK_NONE &&
           party_is_pair(document, party_members(pair)->at[0]);
}

/* The edition that is part of the noun, as in the short name of a series, "COP30". */
static void read_series_edition(const struct document *document, const struct annotation *noun,
                                struct label *label)
{
    if (noun->kind == LEXICON_SERIES && label->edition <= 0)
        label->edition = series_edition(document, noun);
    if (noun->kind == LEXICON_SERIES && label->edition > 0 && label->ordinal.end == 0)
        label->ordinal = (struct span){noun->end - 1, noun->end};
}

struct label label_read(const struct document *document, const struct sentence *sentence,
                        const struct annotation *noun)
{
    struct phrase phrase = {.document = document, .begin = sentence->begin, .end = sentence->end};
    struct label *label = &phrase.label;
    phrase.title = (sentence->flags & SENTENCE_TITLE) != 0;
    label->kind = label->word = look_lexeme(document, noun)->kind;
    label->plural = noun->tag == TAG_PLUR;
    phrase.outer = noun->end;
    label->name.begin = label_before(&phrase, noun);
    const uint32_t after = read_after(&phrase, behind_body(&phrase, noun));
    label->name.end = behind_quote(&phrase, behind_slashes(&phrase, after));
    const bool sides = /* "rencontre Diaz/Haugen" */
        label->kind == KIND_TALKS && label->name.end > after && look_mark(document, after, '/');
    read_series_edition(document, noun, label);
    label->bare = !phrase.premodified && !phrase.complemented;
    const uint32_t begin = phrase.outer < label->name.begin ? phrase.outer : label->name.begin;
    if (begin > sentence->begin)
        label_articles(&phrase, noun, begin);
    const uint32_t end = label->name.end;
    label->name.end = label_beyond(&phrase, end);
    label->kind = label_kind(&phrase, noun);
    label->words = label->name.end > end ? (struct span){begin, label->name.end}
                                         : label_description(&phrase, (struct span){begin, end});
    label->name.end = end;
    label->name.begin = behind_length(document, label->name.begin, noun->end);
    const bool several_words = !look_ends(document, noun->end, LEXICON_NEXTPREVIOUS) &&
                               has_several_words(&phrase, noun); /* no "dernier en date" */
    const bool body = look_at(document, noun->begin, LEXICON_ORGANIZATION) != NULL;
    const bool alone = noun->begin == sentence->begin || /* "après celui de Lima" */
                       !(document->classes[noun->begin - 1] & (CLASS(DETERMINER) | CLASS(OF)));
    if (document_is(document, noun->begin, CLASS(STANDIN)) &&
        (label->name.end == noun->end || (alone && label->edition <= 0 && begin == noun->begin))) {
        label->name = label->words = (struct span){noun->begin, noun->begin}; /* "la 3e édition" */
        return *label;
    }
    bool pair = is_of_pair(document, noun, label->name.end);
    if (pair && label->edition > 0 && label->kind != KIND_TALKS) {
        label->name.end = noun->end; /* "the eighth commission meeting | of the two countries" */
        pair = false;
    }
    if (pair ||
        (!label_counts(&phrase) && !several_words && !body && noun->kind != LEXICON_SERIES)) {
        label->name = (struct span){noun->begin, noun->begin};
        return *label;
    }
    const bool heading = phrase.title && label->bare; /* "Table ronde à Lyon" */
    label->proper = label_is_proper(&phrase) || (several_words && !label->definite && !heading) ||
                    body || noun->kind == LEXICON_SERIES;
    label->slight = sides || is_slight(document, noun, label);
    label->owned = label_is_whose(&phrase);
    label->series = label->name;
    if (label->ordinal.begin == label->name.begin && label->edition > 0 &&
        label->ordinal.end < label->name.end)
        label->series.begin = label->ordinal.end;
    if (label->plural)
        label_part(document, label);
    return *label;
}
