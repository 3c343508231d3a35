#include "meeting/label_phrase.h"

#include "annotate/look.h"

/* "la première séance du forum": of the meeting whose part it is. */
static enum meeting_kind kind_inside(const struct phrase *phrase)
{
    const struct document *document = phrase->document;
    for (uint32_t t = phrase->label.name.begin + 1; t < phrase->label.name.end; t++) {
        const struct annotation *noun = look_at(document, t, LEXICON_MEETNOUN);
        uint32_t of = t;
        while (of > phrase->label.name.begin && document_is(document, of - 1, CLASS(DETERMINER)) &&
               !document_is(document, of - 1, CLASS(OF)))
            of--;
        if (noun && of > phrase->label.name.begin && document_is(document, of - 1, CLASS(OF)) &&
            look_lexeme(document, noun)->kind != KIND_VISIT &&
            !look_at(document, t, LEXICON_ORGHEAD))
            return look_lexeme(document, noun)->kind;
    }
    return phrase->label.kind;
}

/* "la session du conseil des ministres des Transports", "the ECOWAS Council of Ministers": of
 * ministers of many states; a cabinet names neither their field nor a body of states. */
static bool is_of_ministers(const struct phrase *phrase)
{
    bool ministers = false, states = false;
    for (uint32_t t = phrase->label.name.begin; t < phrase->label.name.end; t++) {
        const struct annotation *people = look_at(phrase->document, t, LEXICON_GROUPNOUN);
        const enum rank rank = people ? look_lexeme(phrase->document, people)->rank : RANK_NONE;
        if (rank == RANK_FOREIGN_MINISTER)
            return true;
        ministers |= rank == RANK_MINISTER;
        const struct annotation *body = look_at(phrase->document, t, LEXICON_ORGANIZATION);
        states |= look_at(phrase->document, t, LEXICON_PORTFOLIO) != NULL ||
                  (body && look_lexeme(phrase->document, body)->body == BODY_BODY);
    }
    return ministers && states;
}

enum meeting_kind label_kind(const struct phrase *phrase)
{
    const struct label *label = &phrase->label;
    enum meeting_kind kind = label->kind == KIND_SESSION ? kind_inside(phrase) : label->kind;
    if (kind == KIND_SESSION && is_of_ministers(phrase))
        return KIND_MINISTERIAL;
    if (kind != KIND_TALKS && kind != KIND_CONFERENCE)
        return kind;
    for (uint32_t t = label->name.begin; t < label->name.end; t++) {
        const struct annotation *seat = look_at(phrase->document, t, LEXICON_INSTITUTION);
        if (seat && seat->end < label->name.end) {
            t = seat->end - 1; /* "a White House meeting": no house sits */
            continue;
        }
        const struct annotation *series = look_at(phrase->document, t, LEXICON_SERIES);
        const struct annotation *same = look_at(phrase->document, t, LEXICON_ORGANIZATION);
        const bool mere = same && series && same->end == series->end; /* "G7 trade ministers" */
        if (series && series->end <= label->name.end && !mere)
            return look_lexeme(phrase->document, series)->kind;
        for (const struct annotation *a = phrase->document->first[t]; a; a = a->next) {
            if (a->kind != LEXICON_GROUPNOUN && !(a->kind == LEXICON_OFFICE && a->tag == TAG_PLUR))
                continue;
            const enum rank rank = look_lexeme(phrase->document, a)->rank;
            if (rank_is_head(rank))
                return kind == KIND_TALKS ? KIND_SUMMIT : kind;
            if (rank == RANK_MINISTER || rank == RANK_FOREIGN_MINISTER)
                return KIND_MINISTERIAL;
        }
        const struct annotation *organization = look_at(phrase->document, t, LEXICON_ORGANIZATION);
        const struct annotation *head = look_at(phrase->document, t, LEXICON_ORGHEAD);
        const uint8_t body = organization ? look_lexeme(phrase->document, organization)->body
                             : head       ? look_lexeme(phrase->document, head)->body
                                          : BODY_NONE;
        if (kind == KIND_TALKS && (body == BODY_ORGAN || body == BODY_PARLIAMENT ||
                                   body == BODY_CENTRALBANK || (head && body == BODY_BODY)))
            kind = KIND_SESSION;
    }
    return kind;
}

bool label_counts(const struct phrase *phrase)
{
    const struct label *label = &phrase->label;
    switch (label->kind) {
    case KIND_VISIT:
    case KIND_CALL:
        return false;
    case KIND_TALKS:
    case KIND_NEGOTIATION: /* "their first meeting" has no name */
        /* Nor have "talks on tourism". */
        return label->edition > 1 || phrase->premodified ||
               (phrase->complemented && !(label->about && label->plural));
    default:
        return phrase->complemented || phrase->premodified || label->edition > 0;
    }
}

bool label_is_proper(const struct phrase *phrase)
{
    static const uint16_t kinds[] = {LEXICON_COUNTRY, LEXICON_ORGANIZATION, ANNOTATION_ORG,
                                     LEXICON_REGION,  LEXICON_GROUPNOUN,    LEXICON_OFFICE,
                                     LEXICON_DEMONYM, LEXICON_PORTFOLIO,    LEXICON_SERIES,
                                     LEXICON_ORGHEAD, LEXICON_CITY};
    const struct label *label = &phrase->label;
    for (uint32_t t = label->name.begin; t < label->name.end; t++) {
        if (look_flag(phrase->document, t, TOKEN_CAPITAL) &&
            !look_flag(phrase->document, t, TOKEN_SENTENCE))
            return true;
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            if (look_at(phrase->document, t, kinds[i]))
                return true;
        }
    }
    return label->edition > 0;
}

bool label_is_possessed(const struct phrase *phrase, const struct annotation *noun)
{
    for (uint32_t t = noun->begin; t < noun->end; t++) {
        if (look_mark(phrase->document, t, '\'') || look_clitic(phrase->document, t))
            return true;
    }
    return false;
}
