#include "annotate/verb.h"

#include "annotate/look.h"

#define NAME_ROW(n) #n,
static const char *const TENSES[] = {TENSE_MAP(NAME_ROW)};
static const char *const MODALITIES[] = {MODALITY_MAP(NAME_ROW)};

static unsigned name_index(const char *const *names, unsigned count, struct str name)
{
    for (unsigned i = 0; i < count; i++) {
        if (str_equal(str_of(names[i]), name))
            return i;
    }
    return 0;
}

/* A rule that names no tense leaves it to the form: "rencontre" is PRES by its tag. */
static enum tense tense_of_tag(uint16_t tag)
{
    switch (tag) {
    case TAG_PAST:
    case TAG_IMPF:
        return TENSE_PAST;
    case TAG_FUT:
        return TENSE_FUT;
    case TAG_COND:
        return TENSE_COND;
    case TAG_INF:
        return TENSE_INF;
    case TAG_PP:
        return TENSE_PP;
    case TAG_GER:
        return TENSE_GER;
    default:
        return TENSE_PRES;
    }
}

const struct annotation *verb_reading(const struct document *document, const struct verb *verb,
                                      uint16_t kind)
{
    if (!verb->word || verb->word->kind == kind)
        return verb->word;
    const struct annotation *reading = look_at(document, verb->word->begin, kind);
    return reading && reading->end == verb->word->end ? reading : NULL;
}

static void verb_fill(const struct document *document, const struct annotation *annotation,
                      struct verb *verb)
{
    const struct pack *pack = document->pack;
    const uint16_t rule = annotation->rule;
    const struct capture *word = look_capture(annotation, CAPTURE_VERB);
    verb->word = word ? word->annotation : NULL;
    verb->tense = name_index(TENSES, TENSE_COUNT, pack_rule_word(pack, rule, CAPTURE_TENSE));
    if (verb->tense == TENSE_NONE && verb->word)
        verb->tense = tense_of_tag(verb->word->tag);
    verb->modality =
        name_index(MODALITIES, MODALITY_COUNT, pack_rule_word(pack, rule, CAPTURE_MODALITY));
    verb->passive = str_equal(pack_rule_word(pack, rule, CAPTURE_VOICE), STR("PASSIVE"));
    verb->negative = str_equal(pack_rule_word(pack, rule, CAPTURE_POLARITY), STR("NOT"));
    uint32_t aux_end =
        annotation->begin; /* "se dit prêt à rencontrer": the pronoun is not its own */
    for (uint32_t t = annotation->begin; t < annotation->end; t++) {
        const struct annotation *aux = look_at(document, t, LEXICON_AUX);
        aux_end = aux && aux->end > aux_end ? aux->end : aux_end;
        verb->negative |= document_is(document, t, CLASS(NEGATION));
        verb->reflexive |= t >= aux_end && document_is(document, t, CLASS(REFLEXIVE));
    }
    if (annotation->begin > 0)
        verb->negative |= document_is(document, annotation->begin - 1, CLASS(NEGATION));
}

int verb_resolve(struct document *document)
{
    for (uint32_t t = 0; t < document->tokens.count; t++) {
        if (!look_maybe(document, t, ANNOTATION_VERB))
            continue;
        for (struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind != ANNOTATION_VERB || a->detail)
                continue;
            struct verb *verb = ARENA_ARRAY(document->arena, struct verb, 1);
            if (!verb)
                return FAULT_MEMORY;
            verb_fill(document, a, verb);
            a->detail = verb;
        }
    }
    return document_fault(document);
}
