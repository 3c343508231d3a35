#include "meeting/find/unread.h"

#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/clause/titled.h"

/* Whether the word at token is a verb that tells no meeting, as far as one can say. */
static bool is_unread(const struct finder *finder, uint32_t token)
{
    const struct document *document = finder->document;
    if (token >= finder->sentence->end || !look_flag(document, token, TOKEN_WORD) ||
        look_flag(document, token, TOKEN_CAPITAL) || document->classes[token])
        return false;
    for (const struct annotation *a = document->first[token]; a; a = a->next) {
        if (a->kind != LEXICON_SPEECHVERB && a->kind != LEXICON_OUTCOMEVERB &&
            a->kind != LEXICON_CAPACITY && a->kind != LEXICON_SEQUEL && a->kind != ANNOTATION_VERB)
            return false;
    }
    return true;
}

/* What the auxiliary makes of such a verb behind it.  "a un rôle", "is a guest": none. */
static enum tense tense_of_aux(const struct finder *finder, const struct annotation *aux)
{
    const struct str kind = pack_column(finder->document->pack, aux->value, 0);
    const bool now = aux->tag == TAG_PRES || aux->tag == TAG_COND;
    uint32_t behind = aux->end;
    while (behind < finder->sentence->end &&
           document_is(finder->document, behind, CLASS(NEGATION) | CLASS(ADVERB)))
        behind++;                                            /* "n'a pas permis" */
    if (aux->tag == TAG_FUT || str_equal(kind, STR("WILL"))) /* "sera à Lyon pour une réunion" */
        return TENSE_FUT;
    const struct annotation *been = look_at(finder->document, behind, LEXICON_AUX);
    if (str_equal(kind, STR("HAVE")) && aux->tag == TAG_PRES && been && been->tag == TAG_PP &&
        look_says(finder->document, been, STR("BE")))
        return TENSE_PAST; /* "a été en visite" */
    /* "is expected to be signed at" */
    const bool passive =
        been && been->tag == TAG_INF && look_says(finder->document, been, STR("BE"));
    if (!is_unread(finder, passive ? been->end : behind))
        return str_equal(kind, STR("BE")) && (aux->tag == TAG_PAST || aux->tag == TAG_IMPF)
                   ? TENSE_PAST
                   : TENSE_NONE;
    if ((str_equal(kind, STR("HAVE")) && aux->tag != TAG_INF) ||
        (str_equal(kind, STR("FAIL")) && aux->tag == TAG_PAST))
        return TENSE_PAST;
    if (passive && str_equal(kind, STR("WOULD")))
        return TENSE_FUT; /* "would be followed by" */
    const bool ahead = str_equal(kind, STR("DUE")) || str_equal(kind, STR("GO")) ||
                       (str_equal(kind, STR("MODAL")) && /* not "can only be filled at" */
                        (!passive || aux->tag == TAG_COND));
    return ahead && now ? TENSE_FUT : TENSE_NONE;
}

/* "aborderont", "évoquera": a word that the pack never names, with the ending of a future. */
static bool is_future(const struct finder *finder, uint32_t token)
{
    const struct document *document = finder->document;
    return is_unread(finder, token) && token > finder->sentence->begin &&
           !document_is(document, token - 1, CLASS(DETERMINER) | CLASS(OF) | CLASS(POSSESSIVE)) &&
           pack_word_ends(document->pack, document_text(document, token, token + 1),
                          CLASS(FUTUREENDING));
}

enum tense unread_tense(const struct finder *finder, uint32_t token)
{
    for (uint32_t t = token; t-- > finder->sentence->begin;) {
        if (look_mark(finder->document, t, ',') &&
            (look_at(finder->document, t + 1, LEXICON_FOLLOWING) ||
             document_is(finder->document, t + 1, CLASS(AT)) || /* ", en conseil" */
             look_at(finder->document, t + 1, LEXICON_SIDELINE)))
            continue; /* "défendra son plan mardi, lors du sommet" */
        if (look_flag(finder->document, t, TOKEN_PUNCT) && !titled_mark(finder->document, t))
            break; /* 'it was "good to meet" her' */
        const struct annotation *aux = look_at(finder->document, t, LEXICON_AUX);
        const enum tense tense = aux                    ? tense_of_aux(finder, aux)
                                 : is_future(finder, t) ? TENSE_FUT
                                                        : TENSE_NONE;
        if (tense != TENSE_NONE)
            return tense;
    }
    return TENSE_NONE;
}

bool unread_would(const struct finder *finder, uint32_t begin, uint32_t token, bool only_be)
{
    const struct document *document = finder->document;
    bool be = false;
    for (uint32_t t = token; t-- > begin;) {
        const struct annotation *aux = look_at(document, t, LEXICON_AUX);
        if (look_flag(document, t, TOKEN_PUNCT) && !titled_mark(document, t))
            break;
        const struct str kind = aux ? pack_column(document->pack, aux->value, 0) : STR("");
        if (aux && (be || aux->tag != TAG_INF || !str_equal(kind, STR("BE"))))
            return str_equal(kind, STR("WOULD")) && (be || !only_be);
        be |= aux != NULL;
    }
    return false;
}

/* What an auxiliary that is no part of a verb known to the pack says: "will focus on". */
static enum tense tense_ahead(const struct finder *finder, const struct annotation *aux)
{
    const struct str kind = pack_column(finder->document->pack, aux->value, 0);
    const bool ahead = aux->tag == TAG_FUT || str_equal(kind, STR("WILL")) ||
                       str_equal(kind, STR("WOULD")) || str_equal(kind, STR("DUE"));
    return ahead ? TENSE_FUT : TENSE_NONE;
}

enum tense unread_tense_behind(const struct finder *finder, uint32_t token)
{
    const struct document *document = finder->document;
    for (uint32_t t = token; t < finder->sentence->end; t++) {
        if (document_is(document, t, CLASS(RELATIVE) | CLASS(SUBORDINATOR)) ||
            (look_at(document, t, ANNOTATION_VERB) && !look_at(document, t, LEXICON_MEETNOUN)) ||
            (look_flag(document, t, TOKEN_PUNCT) && !look_mark(document, t, ',')))
            break;
        const struct annotation *aux = look_at(document, t, LEXICON_AUX);
        const bool before = document_is(document, t, CLASS(AT)) && /* "devant le conseil" */
                            document_is(document, t + 1, CLASS(DETERMINER));
        if (aux && !before)
            return tense_ahead(finder, aux);
        if (is_future(finder, t))
            return TENSE_FUT;
    }
    return TENSE_NONE;
}

bool unread_own_verb(const struct finder *finder, uint32_t token)
{
    enum { WORDS_MAX = 6 };
    const struct document *document = finder->document;
    for (uint32_t t = token; t < finder->sentence->end && t - token < WORDS_MAX; t++) {
        if (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, ANNOTATION_VERB) ||
            document_is(document, t, CLASS(AND) | CLASS(RELATIVE) | CLASS(SUBORDINATOR)))
            return false;
        const struct annotation *aux = look_at(document, t, LEXICON_AUX);
        if (aux || is_future(finder, t))
            return !aux || aux->tag == TAG_COND || tense_ahead(finder, aux) == TENSE_FUT;
    }
    return false;
}

bool unread_past_behind(const struct finder *finder, uint32_t token)
{
    const struct document *document = finder->document;
    for (uint32_t t = token; t < finder->sentence->end; t++) {
        if (document_is(document, t, CLASS(RELATIVE) | CLASS(SUBORDINATOR)) ||
            (look_flag(document, t, TOKEN_PUNCT) && !look_mark(document, t, ',')))
            break;
        const struct annotation *words = look_at(document, t, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        if (verb && verb->tense != TENSE_PP && !look_at(document, t, LEXICON_MEETNOUN))
            return verb->tense == TENSE_PAST && verb->modality == MODALITY_NONE;
        const struct annotation *aux = look_at(document, t, LEXICON_AUX);
        if (aux)
            return tense_of_aux(finder, aux) == TENSE_PAST;
    }
    return false;
}

/* "la visite de A en avril a suscité": whether what an auxiliary of having says is done stands
 * behind the token. */
static bool has_done_behind(const struct finder *finder, uint32_t token)
{
    while (token < finder->sentence->end && !look_at(finder->document, token, LEXICON_AUX))
        token++;
    const struct annotation *aux =
        token < finder->sentence->end ? look_at(finder->document, token, LEXICON_AUX) : NULL;
    return look_says(finder->document, aux, STR("HAVE")) && unread_past_behind(finder, token);
}

/* "la réunion du 28 juin", "un sommet à Lyon le 28 juin": whether a day of a month stands close
 * behind the noun, or a month behind which something was done. */
static bool has_day(const struct finder *finder, uint32_t noun)
{
    const uint64_t between =
        TYPE(OF) | TYPE(AT) | TYPE(PLACE) | TYPE(COMMA) | TYPE(PARTY) | TYPE(AND) | TYPE(BETWEEN);
    uint32_t i = noun + 1;
    while (clause_is(&finder->clause, i, between))
        i++;
    const struct date *date = clause_is(&finder->clause, i, TYPE(DATE))
                                  ? clause_chunk(&finder->clause, i)->of->detail
                                  : NULL;
    return date && date->month &&
           (date->day || has_done_behind(finder, clause_chunk(&finder->clause, i)->end));
}

bool unread_done(const struct finder *finder, uint32_t noun)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, noun);
    if (!has_day(finder, noun))
        return false; /* it may still be under way */
    for (uint32_t t = chunk->begin; t-- > finder->sentence->begin;) {
        if (document_is(finder->document, t, CLASS(RELATIVE) | CLASS(SUBORDINATOR)))
            return false; /* "a annoncé que lors du sommet" */
    }
    return unread_tense(finder, chunk->begin) == TENSE_PAST ||
           unread_past_behind(finder, chunk->end);
}

bool unread_was(const struct finder *finder, uint32_t noun)
{
    return clause_preposition(&finder->clause, noun) == CLAUSE_NONE && has_day(finder, noun) &&
           unread_past_behind(finder, clause_chunk(&finder->clause, noun)->end);
}

bool unread_inverted(const struct finder *finder, uint32_t index)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, index);
    uint32_t first = finder->sentence->begin;
    while (first < chunk->begin && document_is(finder->document, first, CLASS(ADVERB)))
        first++; /* "Also attending" */
    return first == chunk->begin && clause_verb(&finder->clause, index)->tense == TENSE_GER &&
           unread_tense_behind(finder, chunk->end) == TENSE_FUT;
}

bool unread_goes_on(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (unread_tense_behind(finder, clause_chunk(clause, index)->end) == TENSE_FUT)
        return true;
    for (uint32_t i = index + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            return false;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return status_of_meeting_verb(clause_verb(clause, i)) == STATUS_SCHEDULED;
    }
    return false;
}

bool unread_besides(const struct finder *finder, uint32_t index)
{
    const uint32_t preposition = clause_is(&finder->clause, index, TYPE(VERB)) && index > 0
                                     ? index - 1
                                     : clause_preposition(&finder->clause, index);
    return preposition != CLAUSE_NONE &&
           str_equal(clause_when(&finder->clause, preposition), STR("BESIDE")) &&
           unread_goes_on(finder, index);
}

bool unread_sequel_done(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is_sequel(clause, index))
        return false;
    const uint32_t before = index - 1 - clause_is(clause, index - 1, TYPE(OF));
    if (!str_equal(clause_when(clause, before), STR("BEFORE")))
        return false;
    const uint32_t main = clause_governing_verb(clause, index);
    if (main == CLAUSE_NONE)
        return unread_tense(finder, clause_chunk(clause, before)->begin) == TENSE_PAST;
    const struct verb *verb = clause_verb(clause, main);
    return verb->tense == TENSE_PAST && verb->modality == MODALITY_NONE && !verb->negative &&
           !verb_reading(finder->document, verb, LEXICON_SPEECHVERB);
}
