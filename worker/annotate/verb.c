#include "annotate/verb.h"

#include "annotate/look.h"
#include "annotate/verb_parted.h"

#define NAME_ROW(n) {#n, sizeof #n - 1},
static const struct str TENSES[] = {TENSE_MAP(NAME_ROW)};
static const struct str MODALITIES[] = {MODALITY_MAP(NAME_ROW)};

static unsigned name_index(const struct str *names, unsigned count, struct str name)
{
    for (unsigned i = 0; i < count; i++) {
        if (str_equal(names[i], name))
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
    case TAG_SUBJ: /* "veut que le sommet se tienne": not yet */
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
    /* "a appelé à un sommet": with its preposition it says another thing than by itself. */
    const bool longer = reading && reading->end > verb->word->end;
    return reading && (longer || reading->end == verb->word->end) ? reading : NULL;
}

/* "se sont séparés sans accord", "is not true": whether the token belongs to what the verb says. */
static bool is_inside(const struct annotation *word, uint32_t token)
{
    return word && word->kind != LEXICON_SPEECHVERB && token > word->begin;
}

/* Whether the token is a form of that auxiliary, of the tag. */
static bool is_aux(const struct document *document, uint32_t token, struct str name, uint8_t tag)
{
    const struct annotation *aux = look_at(document, token, LEXICON_AUX);
    return aux && aux->tag == tag && str_equal(pack_column(document->pack, aux->value, 0), name);
}

/* "had been due to meet", "was to have met": what is told is that it was not. */
static bool is_unmet(const struct document *document, const struct annotation *group,
                     const struct annotation *word)
{
    const uint32_t begin = group->begin;
    if (begin > 0 && is_aux(document, begin, STR("DUE"), TAG_PP))
        return is_aux(document, begin - 1, STR("HAVE"), TAG_PAST);
    if (is_aux(document, begin, STR("HAVE"), TAG_PAST) &&
        (is_aux(document, begin + 1, STR("DUE"), TAG_PP) ||
         is_aux(document, begin + 2, STR("DUE"), TAG_PP))) /* "had originally been due to" */
        return true;
    const struct annotation *due = look_at(document, begin, LEXICON_AUX);
    if (look_says(document, due, STR("WOULD")) && word &&
        is_aux(document, due->end, STR("HAVE"), TAG_INF) && word->begin > due->end &&
        (word->tag == TAG_PP || word->tag == TAG_PAST))
        return true; /* "would have met" */
    if (due && str_equal(pack_column(document->pack, due->value, 1), STR("UNMET")))
        return true; /* "was supposed to meet" */
    return is_aux(document, begin, STR("DUE"), TAG_PAST) && due->end < group->end &&
           is_aux(document, due->end, STR("HAVE"), TAG_INF) && word &&
           word->begin > due->end; /* not "was to have talks" */
}

/* "ne recevra pas", "ne le | recevra pas": whether a particle of negation stands before the group,
 * or before the pronouns that do. */
static bool is_denied_before(const struct document *document, uint32_t begin)
{
    enum { PRONOUNS_MAX = 2 };
    const uint64_t pronouns = CLASS(OBJECTIVE) | pack_optional(document->pack, OPTIONAL_PROCLITIC);
    for (uint32_t t = begin; t > 0 && begin - t <= PRONOUNS_MAX; t--) {
        if (document_is(document, t - 1, CLASS(NEGATION)))
            return true;
        if (!document_is(document, t - 1, pronouns))
            break;
    }
    return false;
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
    const struct annotation *opens = look_at(document, annotation->begin, LEXICON_AUX);
    if (opens && opens->tag == TAG_GER && verb->modality != MODALITY_NONE)
        verb->tense = TENSE_GER; /* "seeking to end": not finite */
    verb->unmet = (verb->modality == MODALITY_DUE || verb->modality == MODALITY_MAY) &&
                  is_unmet(document, annotation, verb->word);
    verb->bygone = verb->unmet;
    uint32_t aux_end =
        annotation->begin; /* "se dit prêt à rencontrer": the pronoun is not its own */
    uint32_t phrase_end = annotation->begin; /* "n'exclut pas de rencontrer": nor is "pas" */
    for (uint32_t t = annotation->begin; t < annotation->end; t++) {
        const struct annotation *aux = look_at(document, t, LEXICON_AUX);
        aux_end = aux && aux->end > aux_end ? aux->end : aux_end;
        if (aux && aux->end > t + 1 && document_is(document, t, CLASS(NEGATION)))
            phrase_end = aux->end;
        verb->bygone |=
            aux &&
            (aux->tag == TAG_IMPF ||
             (aux->tag == TAG_PAST && (verb->modality == MODALITY_DUE ||
                                       str_equal(pack_column(pack, aux->value, 0), STR("HAVE")))));
        verb->dependent |=
            t == annotation->begin && aux && aux->tag == TAG_INF && verb->modality != MODALITY_NONE;
        verb->negative |= t >= phrase_end && document_is(document, t, CLASS(NEGATION)) &&
                          !is_inside(verb->word, t);
        verb->reflexive |= t >= aux_end && document_is(document, t, CLASS(REFLEXIVE));
    }
    verb->negative |= is_denied_before(document, annotation->begin);
}

/* What an auxiliary makes of a bare form. */
static const struct bare {
    const char *kind;
    enum tense tense;
    enum modality modality;
} BARE[] = {
    {"WILL", TENSE_FUT, MODALITY_NONE},
    {"WOULD", TENSE_COND, MODALITY_NONE},
    {"DUE", TENSE_PRES, MODALITY_DUE},
    {"MODAL", TENSE_PRES, MODALITY_MAY},
};

static const struct bare *bare_after(const struct document *document, const struct annotation *aux)
{
    for (size_t i = 0; i < sizeof BARE / sizeof *BARE; i++) {
        if (str_equal(pack_column(document->pack, aux->value, 0), str_of(BARE[i].kind)))
            return &BARE[i];
    }
    return NULL;
}

/* "to inspect": whether an infinitive begins at token that no list has. */
static bool is_infinitive(const struct document *document, uint32_t token)
{
    return document_is(document, token, CLASS(TO)) && look_unread(document, token + 1);
}

/* Whether the form is joined to what stands before it: "and meet", ", meet". */
static bool is_joined(const struct document *document, uint32_t begin)
{
    while (document_is(document, begin - 1, CLASS(ADVERB)))
        begin--;
    return document_is(document, begin - 1, CLASS(AND) | CLASS(OR)) ||
           look_mark(document, begin - 1, ',');
}

/* Whether a clause ends at the mark. */
static bool is_end(const struct document *document, uint32_t token)
{
    static const char MARKS[] = ".;:!?()";
    for (const char *mark = MARKS; *mark; mark++) {
        if (look_mark(document, token, *mark))
            return true;
    }
    return false;
}

/* "will lay a wreath and meet B", "is expected to open a school and meet B": a bare form that is
 * joined to another takes the auxiliary of that. */
static void verb_share(const struct document *document, const struct annotation *annotation,
                       struct verb *verb)
{
    const bool bare = verb->word && verb->word->tag == TAG_INF && verb->tense == TENSE_PRES &&
                      verb->modality == MODALITY_NONE && verb->word->begin == annotation->begin;
    if (!bare || !is_joined(document, annotation->begin))
        return;
    for (uint32_t t = annotation->begin; t-- > 0;) {
        if (document_is(document, t, CLASS(RELATIVE) | CLASS(SUBORDINATOR)) || is_end(document, t))
            return;
        const struct annotation *group = look_at(document, t, ANNOTATION_VERB);
        const struct verb *first = group ? group->detail : NULL;
        const struct annotation *aux = look_at(document, t, LEXICON_AUX);
        const struct bare *made = aux ? bare_after(document, aux) : NULL;
        if (first && first->word && first->word->tag == TAG_INF) {
            verb->tense = first->tense;
            verb->modality = first->modality;
            return;
        }
        if (made) {
            verb->tense = made->tense;
            verb->modality = made->modality;
            return;
        }
        if (is_infinitive(document, t)) {
            verb->tense = TENSE_INF;
            return;
        }
        if (first && first->tense != TENSE_GER && first->tense != TENSE_PP)
            return;
    }
}

/* "n'aura lieu | qu'en mai", "ne recevra B | que lundi": the word behind the group that only
 * restricts what a particle before it alone would deny; 0: nothing does so, or on which condition
 * follows. */
static uint32_t restricted_by(const struct document *document, const struct annotation *group,
                              const struct verb *verb)
{
    enum { WORDS_MAX = 8 };
    if (!verb->negative || !verb->word || verb->word->kind == LEXICON_SPEECHVERB ||
        !is_denied_before(document, group->begin))
        return 0;
    for (uint32_t t = group->begin; t < group->end; t++) {
        if (document_is(document, t, CLASS(NEGATION)))
            return 0;
    }
    for (uint32_t t = group->end; t < group->end + WORDS_MAX; t++) {
        if (document_is(document, t, CLASS(NEGATION)) || is_end(document, t) ||
            look_at(document, t, ANNOTATION_VERB))
            return 0;
        if (document_is(document, t, CLASS(RELATIVE)) &&
            document_is(document, t, CLASS(SUBORDINATOR)) &&
            !document_is(document, t, CLASS(DEMONSTRATIVE)))
            return look_at(document, t, LEXICON_FALSEFRIEND) ||
                           document_is(document, t + 1, CLASS(PRONOUN))
                       ? 0
                       : t;
    }
    return 0;
}

/* "scrapped | plans to meet", "his plan to meet": where the word that could tell who plans is a
 * noun, the group begins behind it, at the token; 0: it is none. */
static uint32_t behind_noun(const struct document *document, const struct annotation *group)
{
    enum { VERB_WORDS = 3 };
    const uint64_t before =
        CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(NEGATION) | CLASS(MEETADJECTIVE);
    const uint32_t begin = group->begin;
    const struct annotation *due = look_at(document, begin, LEXICON_AUX);
    const struct annotation *noun = look_at(document, begin, LEXICON_EVENTNOUN);
    if (!due || !noun || due->end != noun->end + 1 || due->end >= group->end)
        return 0;
    bool behind = look_flag(document, begin, TOKEN_SENTENCE) ||
                  document_is(document, begin - 1, before) || look_clitic(document, begin - 1);
    for (uint32_t back = 1; back <= VERB_WORDS && back <= begin && !behind; back++) {
        const struct annotation *verb = look_at(document, begin - back, ANNOTATION_VERB);
        behind = verb && verb->end == begin;
    }
    return behind ? noun->end : 0;
}

/* Puts an infinitive in the place of the group, which begins with a noun. */
static void verb_behind_noun(struct document *document, const struct annotation *group,
                             struct verb *verb, uint32_t begin)
{
    struct annotation **link = &document->first[group->begin];
    struct annotation *rest = document_add(document, ANNOTATION_VERB, begin, group->end);
    if (!rest)
        return;
    while (*link != group)
        link = &(*link)->next;
    *link = group->next;
    verb->tense = TENSE_INF;
    verb->modality = MODALITY_NONE;
    verb->bygone = verb->unmet = false;
    rest->rule = group->rule;
    rest->detail = verb;
}

int verb_resolve(struct document *document)
{
    const uint32_t end = (uint32_t)document->tokens.count;
    const uint64_t bit = KIND_BIT(ANNOTATION_VERB);
    for (uint32_t t = look_next(document, 0, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        uint32_t only = 0;
        for (struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind != ANNOTATION_VERB || a->detail)
                continue;
            struct verb *verb = ARENA_ARRAY(document->arena, struct verb, 1);
            if (!verb)
                return FAULT_MEMORY;
            verb_fill(document, a, verb);
            verb_share(document, a, verb);
            verb_part(document, a, verb);
            const uint32_t by = restricted_by(document, a, verb);
            verb->negative &= by == 0;
            only = by > 0 ? by : only;
            a->detail = verb;
            const uint32_t infinitive = behind_noun(document, a);
            if (infinitive > 0)
                verb_behind_noun(document, a, verb, infinitive);
        }
        if (only > 0) /* it begins no clause */
            document->classes[only] &= ~(CLASS(RELATIVE) | CLASS(SUBORDINATOR));
    }
    return document_fault(document);
}
