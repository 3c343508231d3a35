#include "annotate/name/standin.h"

#include "annotate/look.h"

enum { SENTENCES_BACK = 6, TALKS_SENTENCES_BACK = 3 };

/* The last words for a meeting that the story told. */
struct told {
    const struct annotation *any, *gathering; /* NULL: none */
    size_t any_sentence, gathering_sentence;
};

static bool is_gathering(const struct document *document, const struct annotation *noun)
{
    const enum meeting_kind kind = look_lexeme(document, noun)->kind;
    return kind == KIND_SUMMIT || kind == KIND_CONFERENCE || kind == KIND_MINISTERIAL ||
           kind == KIND_SESSION;
}

static bool is_talks(const struct document *document, const struct annotation *noun)
{
    const enum meeting_kind kind = look_lexeme(document, noun)->kind;
    return kind == KIND_NEGOTIATION || kind == KIND_TALKS;
}

/* "celle de Genève", "celui tenu mardi", "the one in March": a town, a time, or that it was held.
 */
static bool tells_which(const struct document *document, uint32_t token)
{
    enum { YEAR_FIRST = 1900, YEAR_LAST = 2100 };
    static const uint16_t kinds[] = {LEXICON_CITY, LEXICON_MONTH, LEXICON_WEEKDAY, 0};
    if (look_at(document, token, LEXICON_EVENTVERB))
        return true;
    while (document_is(document, token, CLASS(OF) | CLASS(AT) | CLASS(DETERMINER)))
        token++;
    if (look_kinds(document, token, kinds))
        return true;
    const bool number = look_flag(document, token, TOKEN_NUMBER);
    const int32_t year = number ? look_token(document, token)->number : 0;
    return (year >= YEAR_FIRST && year <= YEAR_LAST) ||
           (number && look_at(document, token + 1, LEXICON_MONTH)); /* "celle du 3 mai" */
}

/* "la 3e édition", "la prochaine", "l'édition précédente": told which of several. */
static bool is_counted(const struct document *document, uint32_t token)
{
    return look_ends(document, token, LEXICON_ORDINAL) ||
           look_ends(document, token, LEXICON_NEXTPREVIOUS) ||
           look_at(document, token + 1, LEXICON_NEXTPREVIOUS) ||
           look_flag(document, token - 1, TOKEN_NUMBER);
}

/* "L'événement se tiendra", "les travaux ont débuté", "The event, attended by A,": what is said of
 * a gathering follows. */
static bool is_said_of(const struct document *document, uint32_t begin, uint32_t token)
{
    enum { WORDS_MAX = 3 }; /* "se tiendra", "n'a pas été reporté" */
    enum sense sense = SENSE_NONE;
    bool aux = false;
    const uint32_t first = token + 1 + look_mark(document, token + 1, ',');
    for (uint32_t t = first; begin < token && t < first + WORDS_MAX; t++) {
        const struct annotation *word = look_at(document, t, LEXICON_EVENTVERB);
        if (word) /* "the next stage of the deal": a noun, no verb */
            sense = word->tag == TAG_INF && !aux ? SENSE_NONE : look_lexeme(document, word)->sense;
        if (word)
            break;
        aux |= look_at(document, t, LEXICON_AUX) != NULL;
        if (!look_at(document, t, LEXICON_AUX) &&
            !document_is(document, t, CLASS(REFLEXIVE) | CLASS(NEGATION) | CLASS(ADVERB)))
            return false;
    }
    return sense == SENSE_HOLD || sense == SENSE_PLAN || sense == SENSE_POSTPONE ||
           sense == SENSE_CANCEL || sense == SENSE_MOVE || sense == SENSE_OPEN ||
           sense == SENSE_CLOSE || sense == SENSE_ATTEND || sense == SENSE_CHAIR;
}

static const uint16_t TITLES[] = {LEXICON_OFFICE, LEXICON_HONORIFIC, LEXICON_GIVENNAME, 0};

/* "du président", "avec Mme B", "de Lima": the token behind "of" or "with" and an article, if
 * somebody or a name stands there; else the token. */
static uint32_t behind_of(const struct document *document, uint32_t token)
{
    const struct annotation *with = look_at(document, token, LEXICON_WITH);
    if (!with && !document_is(document, token, CLASS(OF)))
        return token;
    uint32_t t = with ? with->end : token + 1;
    while (document_is(document, t, CLASS(DETERMINER)))
        t++;
    return look_flag(document, t, TOKEN_CAPITAL) || look_kinds(document, t, TITLES) ? t : token;
}

/* "la visite de A à Lima et celle du président B": whether the word at token stands alone for a
 * word for a meeting of its sentence, and both say whose or with whom; not in "la délégation de A
 * et celle de B", "le ministre de l'Eau et celui des Mines". */
static bool is_anothers(const struct document *document, const struct annotation *noun,
                        uint32_t token)
{
    enum { WORDS_MAX = 24 };
    static const uint16_t others[] = {LEXICON_GROUPNOUN, LEXICON_DELEGATION, LEXICON_ORGNOUN,
                                      LEXICON_ORGHEAD, 0};
    const uint32_t whose = behind_of(document, token + 1);
    if (document_is(document, token - 1, CLASS(DETERMINER) | CLASS(OF)) ||
        token - noun->end > WORDS_MAX || whose == token + 1)
        return false;
    bool told = false;
    for (uint32_t t = noun->end; t < token; t++) {
        const struct annotation *office = look_at(document, t, LEXICON_OFFICE);
        const bool of = office && document_is(document, office->end, CLASS(OF));
        if (look_kinds(document, t, others) || (of && !look_kinds(document, whose, TITLES)))
            return false;
        told |= behind_of(document, t) > t;
    }
    return told;
}

/* What the word at token stands for, or NULL. */
static const struct annotation *stands_for(const struct document *document, uint32_t token,
                                           size_t sentence, const struct told *told)
{
    uint32_t begin = token;
    while (document_is(document, begin - 1, CLASS(DETERMINER)))
        begin--;
    if (told->any && told->any_sentence + 1 >= sentence &&
        (look_ends(document, begin, LEXICON_FOLLOWING) ||
         look_ends(document, begin, LEXICON_EVENTVERB)) && /* "fait suite à celle de mai" */
        tells_which(document, token + 1))
        return told->any;
    if (told->any && told->any_sentence == sentence && is_anothers(document, told->any, token))
        return told->any;
    if (document_is(document, token, CLASS(ROUND)))
        return told->any && told->any_sentence + TALKS_SENTENCES_BACK >= sentence &&
                       is_talks(document, told->any) &&
                       !document_is(document, token + 1, CLASS(OF)) && is_counted(document, token)
                   ? told->any
                   : NULL;
    if (document_is(document, token - 1, CLASS(INDEFINITE)))
        return NULL; /* "an event held by the union": no meeting told before */
    if (told->gathering && told->gathering_sentence + SENTENCES_BACK >= sentence &&
        !document_is(document, token + 1, CLASS(OF)) &&
        (is_counted(document, token) || is_said_of(document, begin, token)))
        return told->gathering;
    return NULL;
}

/* "The first was in Quito", "la première était en mai": whether it is told of what begins at token
 * where or when it was. */
static bool was_then(const struct document *document, uint32_t token)
{
    const struct annotation *be = look_at(document, token, LEXICON_AUX);
    return be && (be->tag == TAG_PAST || be->tag == TAG_IMPF) &&
           look_says(document, be, STR("BE")) && document_is(document, be->end, CLASS(AT)) &&
           tells_which(document, be->end);
}

/* "A third is planned for April", "The sixth, due in Lima, was called off": whether an ordinal that
 * opens the sentence stands alone for a meeting told right before it. */
static bool is_lone_ordinal(const struct document *document, uint32_t token, size_t sentence,
                            const struct told *told)
{
    const struct annotation *which = look_at(document, token, LEXICON_ORDINAL);
    return which && token > 0 && told->any && told->any_sentence + 1 >= sentence &&
           document_is(document, token - 1, CLASS(DETERMINER) | CLASS(INDEFINITE)) &&
           look_flag(document, token - 1, TOKEN_SENTENCE) &&
           is_said_of(document, token - 1, which->end - 1);
}

/* "La précédente avait eu lieu à Oslo", "et la suivante le 3 mai": a word for which of several that
 * stands alone for a meeting told right before it. */
static bool is_lone(const struct document *document, uint32_t token, size_t sentence,
                    const struct told *told)
{
    const struct annotation *which = look_at(document, token, LEXICON_NEXTPREVIOUS);
    if (!which || token < 2 || !told->any || told->any_sentence + 1 < sentence ||
        !document_is(document, token - 1, CLASS(DETERMINER)) ||
        document_is(document, token - 1, CLASS(INDEFINITE)))
        return false;
    const enum sequence sequence = look_lexeme(document, which)->sequence;
    const bool opens = look_flag(document, token - 1, TOKEN_SENTENCE);
    if (opens && was_then(document, which->end))
        return true;
    return (sequence == SEQUENCE_NEXT || sequence == SEQUENCE_PREVIOUS ||
            ((sequence == SEQUENCE_FIRST || sequence == SEQUENCE_LAST) && opens)) &&
           (is_said_of(document, token - 1, which->end - 1) ||
            (document_is(document, token - 2, CLASS(AND)) && tells_which(document, which->end)));
}

static void read_sentence(struct document *document, size_t index, struct told *told)
{
    const struct sentence *sentence = &document->sentences.at[index];
    const uint64_t bits =
        KIND_BIT(LEXICON_MEETNOUN) | KIND_BIT(LEXICON_NEXTPREVIOUS) | KIND_BIT(LEXICON_ORDINAL);
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        if (!look_any(document, t, bits) && !standin_is(document, t))
            continue;
        const struct annotation *noun = look_at(document, t, LEXICON_MEETNOUN);
        const bool nth = !noun && is_lone_ordinal(document, t, index, told);
        const bool lone = nth || (!noun && is_lone(document, t, index, told));
        if (!noun && (lone || standin_is(document, t))) {
            const struct annotation *other =
                lone ? told->any : stands_for(document, t, index, told);
            const uint16_t which = nth ? LEXICON_ORDINAL : LEXICON_NEXTPREVIOUS;
            const uint32_t end = lone ? look_at(document, t, which)->end : t + 1;
            struct annotation *added =
                other ? document_add(document, LEXICON_MEETNOUN, t, end) : NULL;
            if (added) {
                added->value = other->value;
                added->tag = TAG_SING;
            }
            continue;
        }
        const bool inside = told->any && t < told->any->end; /* "round of | talks" */
        if (!noun || inside)
            continue;
        told->any = noun;
        told->any_sentence = index;
        if (is_gathering(document, noun)) {
            told->gathering = noun;
            told->gathering_sentence = index;
        }
    }
}

bool standin_is(const struct document *document, uint32_t token)
{
    return document_is(document, token, CLASS(STANDIN) | CLASS(ROUND));
}

void standin_annotate(struct document *document)
{
    struct told told = {0};
    for (size_t i = 0; i < document->sentences.count; i++) {
        if (!(document->sentences.at[i].flags & SENTENCE_BOILERPLATE))
            read_sentence(document, i, &told);
    }
}
