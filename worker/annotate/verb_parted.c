#include "annotate/verb_parted.h"

#include "annotate/look.h"

enum { ASIDE_MAX = 24 }; /* words between the commas */

static struct str aux_name(const struct document *document, const struct annotation *aux)
{
    return pack_column(document->pack, aux->value, 0);
}

/* The auxiliary of one word that stands right before the first comma of an aside, whose last comma
 * is at token; or NULL. */
static const struct annotation *aux_before(const struct document *document, uint32_t token)
{
    for (uint32_t back = 1; back <= ASIDE_MAX && back + 1 < token; back++) {
        const uint32_t comma = token - back;
        if (look_flag(document, comma, TOKEN_SENTENCE))
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
    verb->parted = aux->begin;
}

/* "doit … rencontrer", "va … recevoir". */
static void part_infinitive(const struct document *document, const struct annotation *aux,
                            struct verb *verb)
{
    const struct str name = aux_name(document, aux);
    const bool due = str_equal(name, STR("DUE")), goes = str_equal(name, STR("GO"));
    if (!due && !goes && !str_equal(name, STR("MODAL")))
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
    while (begin > 0 && document_is(document, begin - 1, CLASS(NEGATION)))
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
}
