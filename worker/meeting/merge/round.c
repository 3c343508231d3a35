#include "meeting/merge/round.h"

#include "annotate/look.h"
#include "meeting/merge/compare.h"
#include "meeting/resolve/resolve.h"

/* "série d'entretiens", "meetings", "talks with several of them": whether the words tell several of
 * two; "talks" are one. */
static bool is_several(const struct document *document, const struct mention *mention)
{
    uint32_t t = mention->trigger.begin;
    while (t < mention->trigger.end && !document_is(document, t, CLASS(APART)))
        t++;
    return t < mention->trigger.end ||
           document_is(document, mention->parties[1].party->begin, CLASS(QUANTIFIER));
}

/* The one person told by name among those of the mention, if nobody else is; or NULL. */
static const struct party *one_known(const struct mention *mention)
{
    const struct party *one = NULL;
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (compare_identified(mention->parties + i, 1) == 0)
            continue;
        if (one || mention->parties[i].party->type != PARTY_PERSON)
            return NULL;
        one = mention->parties[i].party;
    }
    return one;
}

/* "will receive the parties", "the King's consultations": of whom one met none is told by name. */
static bool tells_crowd(const struct mention *mention)
{
    const bool met = mention->verb ? mention->hosting || mention->bilateral
                                   : mention->label.plural && kind_is_generic(mention->kind);
    return met && one_known(mention);
}

bool mention_is_round(const struct document *document, const struct mention *mention)
{
    return !mention->verb && mention->label.plural && !mention->label.possessive &&
           (mention->label.word == KIND_TALKS || mention->label.word == KIND_CALL) &&
           mention->party_count == 2 && mention->parties[0].party->type == PARTY_PERSON &&
           compare_identified(mention->parties, 1) == 1 &&
           compare_identified(mention->parties + 1, 1) == 0 && is_several(document, mention);
}

/* "a reçu plusieurs personnalités", "a accordé une série d'audiences": whether one received
 * several, each of whom is met alone. */
static bool receives_several(const struct document *document, const struct mention *mention)
{
    bool several = !mention->verb && mention->label.plural && mention->party_count == 1;
    for (unsigned i = 0; mention->verb && mention->hosting && i < mention->party_count; i++)
        several |= document_is(document, mention->parties[i].party->begin, CLASS(QUANTIFIER));
    return several && one_known(mention);
}

static bool is_round(const struct document *document, const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (!mention_is_round(document, occasion->mentions[i]) &&
            !tells_crowd(occasion->mentions[i]))
            return false;
    }
    return occasion->mention_count > 0;
}

/* "10:00: B (Greens)": whether a line that only names somebody tells it. */
static bool is_entry(const struct document *document, const struct mention *mention)
{
    return mention->agenda && mention->verb &&
           !look_at(document, mention->trigger.begin, ANNOTATION_VERB);
}

/* Whether it is one of those that the round tells together: the same one met somebody told. */
static bool is_of_round(const struct story *story, const struct occasion *occasion,
                        const struct occasion *round)
{
    const struct party *who = one_known(round->mentions[0]);
    const bool there = actor_among(story, who, occasion->parties, occasion->party_count);
    const bool line = is_entry(story->document, occasion->mentions[0]) ||
                      mention_is_round(story->document, round->mentions[0]) ||
                      receives_several(story->document, round->mentions[0]);
    return there && line && (kind_is_generic(occasion->kind) || occasion->kind == KIND_CALL) &&
           status_has_begun(occasion->status) == status_has_begun(round->status) &&
           compare_identified(occasion->parties, occasion->party_count) > 1;
}

void drop_rounds(const struct story *story, struct occasion_list *list)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        bool told = false;
        for (uint32_t k = 0; is_round(story->document, list->at[i]) && k < list->count && !told;
             k++)
            told = k != i && is_of_round(story, list->at[k], list->at[i]);
        if (!told)
            list->at[kept++] = list->at[i];
    }
    list->count = kept;
}
