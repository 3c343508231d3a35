#include "annotate/look.h"
#include "meeting/find/vain.h"
#include "meeting/mention/occasion.h"

/* "un entretien avec Reuters", "a conversation with the BBC": what somebody told a paper. */

bool told_as_interview(const struct finder *finder, uint32_t noun, const struct mention *mention)
{
    enum { WORDS_MAX = 8 };
    const struct document *document = finder->document;
    const uint32_t begin = clause_chunk(&finder->clause, noun)->end;
    bool governed = false; /* a preposition of partners stands before */
    if (!kind_is_generic(mention->kind) || mention->label.plural)
        return false;
    for (uint32_t t = begin; t < begin + WORDS_MAX && t < finder->sentence->end; t++) {
        const struct annotation *party = look_at(document, t, ANNOTATION_PARTY);
        const struct annotation *paper = look_at(document, t, LEXICON_MEDIA);
        const bool to = paper && document_is(document, t, CLASS(TO)); /* "au Monde" */
        if ((governed || to) && paper && (!party || party->end <= paper->end))
            return !look_clitic(document, paper->end); /* not "the BBC's chairman" */
        const struct annotation *verb = look_at(document, t, ANNOTATION_VERB);
        if (verb && look_at(document, verb->end - 1, LEXICON_GRANT)) {
            t = verb->end - 1; /* "l'entretien que A a accordé mardi à Reuters" */
            continue;
        }
        if (look_flag(document, t, TOKEN_PUNCT) || verb)
            return false;
        if (look_at(document, t, LEXICON_WITH) || document_is(document, t, CLASS(TO)))
            governed = true;
        else if (party || document_is(document, t, CLASS(OF)))
            governed = false; /* "avec le patron de la BBC" */
        t = party ? party->end - 1 : t;
    }
    return false;
}
