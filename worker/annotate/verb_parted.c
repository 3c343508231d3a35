#include "annotate/verb_parted.h"

#include "annotate/look.h"

enum { ASIDE_MAX = 24 }; /* words between the commas */

static struct str aux_name(const struct document *document, const struct annotation *aux)
{
    return pack_column(document->pack, aux->value, 0);
}

/* Whether a clause ends at the mark, so that no aside goes over it. */
static bool is_end(const struct document *document, uint32_t token)
{
    static const char MARKS[] = ".;:!?";
    for (const char *mark = MARKS; *mark; mark++) {
        if (look_mark(document, token, *mark))
            return true;
    }
    return false;
}

/* The auxiliary of one word that stands right before the first comma of an aside, whose last comma
 * is at token; or NULL. */
static const struct annotation *aux_before(const struct document *document, uint32_t token)
{
    for (uint32_t back = 1; back <= ASIDE_MAX && back + 1 < token; back++) {
        const uint32_t comma = token - back;
        if (is_end(document, comma))
            return NULL;
        const struct annotation *aux =
            look_mark(document, comma, ',') ? look_at(document, comma - 1, LEXICON_AUX) : NULL;
        if (aux && aux->end == comma)
            return aux;
    }
    return NULL;
}

/* "a … rencontré", "s'est … entretenu", "a été … reçu". */
static void part_participle(const struct document *document, const struct annotation *aux,
                            struct verb *verb)
{
    const bool been = str_equal(aux_name(document, aux), STR("BE"));
    if (!been && !str_equal(aux_name(document, aux), STR("HAVE")))
        return;
    verb->reflexive |=
        been && aux->begin > 0 && document_is(document, aux->begin - 1, CLASS(REFLEXIVE));
    const bool moves = verb->word->kind == LEXICON_MEETVERB &&
                       look_lexeme(document, verb->word)->kind == KIND_VISIT;
    verb->passive |= been && !verb->reflexive && !moves;
    verb->tense = been && verb->passive && aux->tag == TAG_PRES  ? TENSE_PRES
                  : been && verb->passive && aux->tag == TAG_FUT ? TENSE_FUT
                                                                 : TENSE_PAST;
    verb->bygone |= aux->tag == TAG_IMPF || (!been && aux->tag == TAG_PAST);
    verb->parted = aux->begin;
}

/* "doit … rencontrer", "va … recevoir". */
static void part_infinitive(const struct document *document, const struct annotation *aux,
                            struct verb *verb)
{
    const struct str name = aux_name(document, aux);
    const bool due = str_equal(name, STR("DUE")), goes = str_equal(name, STR("GO"));
    if ((!due && !goes && !str_equal(name, STR("MODAL"))) || aux->tag == TAG_INF ||
        aux->tag == TAG_PP || aux->tag == TAG_GER)
        return;
    verb->tense = goes ? TENSE_FUT : TENSE_PRES;
    verb->modality = goes ? MODALITY_NONE : due ? MODALITY_DUE : MODALITY_WANT;
    verb->bygone |= aux->tag == TAG_IMPF;
    verb->parted = aux->begin;
}

void verb_part(const struct document *document, const struct annotation *group, struct verb *verb)
{
    uint32_t begin = group->begin;
    if ((verb->tense != TENSE_PP && verb->tense != TENSE_INF) || !verb->word || begin == 0)
        return;
    const struct annotation *been = look_at(document, begin - 1, LEXICON_AUX);
    const bool passive = been && been->end == begin && been->tag == TAG_PP &&
                         str_equal(aux_name(document, been), STR("BE"));
    begin -= passive;
    while (begin > 0 && document_is(document, begin - 1, CLASS(ADVERB) | CLASS(NEGATION)))
        begin--;
    if (begin < 3 || !look_mark(document, begin - 1, ','))
        return;
    const struct annotation *aux = aux_before(document, begin - 1);
    if (!aux)
        return;
    if (verb->tense == TENSE_INF) {
        part_infinitive(document, aux, verb);
        return;
    }
    part_participle(document, aux, verb);
    if (verb->parted)
        verb->passive |= passive;
    for (uint32_t t = begin; verb->parted && t < group->begin; t++)
        verb->negative |= document_is(document, t, CLASS(NEGATION));
}
