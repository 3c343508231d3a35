#include "annotate/lexis.h"
#include "annotate/look.h"
#include "meeting/mention/occasion.h"

static void relation_add(struct occasion *from, enum relation_type type, uint32_t to)
{
    if (from->relation_count == OCCASION_RELATIONS)
        return;
    for (unsigned i = 0; i < from->relation_count; i++) {
        if (from->relations[i].occasion == to)
            return;
    }
    from->relations[from->relation_count].type = type;
    from->relations[from->relation_count++].occasion = (uint16_t)to;
}

static void relate_pair(struct occasion_list *list, uint32_t a, enum relation_type a_is, uint32_t b,
                        enum relation_type b_is)
{
    relation_add(list->at[a], a_is, b);
    relation_add(list->at[b], b_is, a);
}

static uint8_t sequence_of(const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->label.sequence != SEQUENCE_NONE)
            return occasion->mentions[i]->label.sequence;
    }
    return SEQUENCE_NONE;
}

/* "A a rencontré B lors du sommet", "lors du sommet, A a rencontré B": whether two meet at the
 * gathering, with no other verb between. */
static bool is_met_during(const struct document *document, const struct mention *small,
                          const struct mention *gathering)
{
    const struct span first = small->trigger, last = gathering->trigger;
    const bool before = first.begin < last.begin;
    const uint32_t told = /* "had a meeting with B" */
        !before && !small->verb && small->status_words.begin >= last.end &&
                small->status_words.begin < first.begin
            ? small->status_words.begin
            : first.begin;
    const uint32_t end = before ? last.begin : told;
    if (!gathering->during || !kind_is_gathering(gathering->kind) ||
        !kind_is_generic(small->kind) || small->party_count < 2 ||
        !(small->bilateral || (small->verb && small->party_count == 2) ||
          (!small->verb && (before || small->party_count == 2))))
        return false;
    return !look_within(document, before ? first.end : last.end, end, ANNOTATION_VERB);
}

/* Whether the small meeting is held beside the gathering that is told in its sentence. */
static bool is_beside(const struct document *document, const struct mention *small,
                      const struct mention *gathering)
{
    return small->sentence == gathering->sentence &&
           (gathering->sideline || is_met_during(document, small, gathering));
}

/* The mention of another occasion that stands nearest before that one in its sentence, or NULL. */
static const struct mention *nearest_before(const struct occasion_list *list, uint32_t big,
                                            const struct mention *gathering)
{
    const struct mention *nearest = NULL;
    for (uint32_t i = 0; i < list->count; i++) {
        for (unsigned k = 0; i != big && k < list->at[i]->mention_count; k++) {
            const struct mention *mention = list->at[i]->mentions[k];
            if (mention->sentence == gathering->sentence &&
                mention->trigger.begin < gathering->trigger.begin &&
                (!nearest || mention->trigger.begin > nearest->trigger.begin))
                nearest = mention;
        }
    }
    return nearest;
}

/* "last met in Lima and will meet in Quito at the side of the summit": whether a nearer one than
 * the small meeting is told elsewhere. */
static bool is_parted(const struct mention *small, const struct mention *nearest)
{
    return nearest && small->place && nearest->place && small->place != nearest->place &&
           small->trigger.begin < nearest->trigger.begin;
}

static void relate_sideline(const struct document *document, struct occasion_list *list,
                            uint32_t big)
{
    const struct occasion *occasion = list->at[big];
    for (unsigned m = 0; m < occasion->mention_count; m++) {
        const struct mention *nearest = nearest_before(list, big, occasion->mentions[m]);
        for (uint32_t i = 0; i < list->count; i++) {
            for (unsigned k = 0; i != big && k < list->at[i]->mention_count; k++) {
                if (is_beside(document, list->at[i]->mentions[k], occasion->mentions[m]) &&
                    !is_parted(list->at[i]->mentions[k], nearest))
                    relate_pair(list, i, RELATION_SUB_EVENT, big, RELATION_SUPER_EVENT);
            }
        }
    }
}

static bool is_smaller(enum meeting_kind kind)
{
    return kind == KIND_MINISTERIAL || kind == KIND_TALKS || kind == KIND_NEGOTIATION ||
           kind == KIND_SESSION || kind == KIND_CALL || kind == KIND_VISIT;
}

/* "le prochain sommet": the next edition of what was held, or what it prepares. */
static void relate_next(struct occasion_list *list, uint32_t next)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const struct occasion *held = list->at[i];
        if (i == next || held->status == STATUS_SCHEDULED)
            continue;
        if (held->kind == list->at[next]->kind) {
            relate_pair(list, next, RELATION_NEXT_EDITION, i, RELATION_PREVIOUS_EDITION);
            return;
        }
        if (is_smaller(held->kind) && kind_is_gathering(list->at[next]->kind)) {
            relate_pair(list, next, RELATION_PREPARED_BY, i, RELATION_PREPARES);
            return;
        }
    }
}

/* Whether a tells itself before b, and later than *latest. */
static bool is_told_between(const struct mention *a, const struct mention *b,
                            const struct mention *latest)
{
    return a->trigger.begin < b->trigger.begin &&
           (!latest || a->trigger.begin > latest->trigger.begin);
}

/* "La réunion aura lieu à Varna. Elle doit préparer le sommet": by the smaller one told last. */
static void relate_prepared(struct occasion_list *list, uint32_t big, const struct mention *mention)
{
    const struct mention *latest = NULL;
    uint32_t small = big;
    for (uint32_t i = 0; i < list->count; i++) {
        for (unsigned m = 0; i != big && m < list->at[i]->mention_count; m++) {
            if (is_smaller(list->at[i]->kind) &&
                is_told_between(list->at[i]->mentions[m], mention, latest)) {
                latest = list->at[i]->mentions[m];
                small = i;
            }
        }
    }
    if (small != big && latest->sentence + 1 >= mention->sentence)
        relate_pair(list, big, RELATION_PREPARED_BY, small, RELATION_PREPARES);
}

static void relate_editions(struct occasion_list *list, uint32_t a, uint32_t b)
{
    const struct mention *name_a = list->at[a]->named, *name_b = list->at[b]->named;
    if (!name_a || !name_b || list->at[a]->kind != list->at[b]->kind)
        return;
    if (name_a->label.edition > 0 && name_b->label.edition == name_a->label.edition + 1)
        relate_pair(list, b, RELATION_NEXT_EDITION, a, RELATION_PREVIOUS_EDITION);
}

void occasion_relate(const struct document *document, struct occasion_list *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        relate_sideline(document, list, i);
        if (sequence_of(list->at[i]) == SEQUENCE_NEXT && list->at[i]->status == STATUS_SCHEDULED &&
            !list->at[i]->mentions[0]->verb) /* "A and B will meet again" */
            relate_next(list, i);
        for (unsigned m = 0; m < list->at[i]->mention_count; m++) {
            if (list->at[i]->mentions[m]->preparing)
                relate_prepared(list, i, list->at[i]->mentions[m]);
        }
        for (uint32_t k = 0; k < list->count; k++) {
            if (k != i)
                relate_editions(list, i, k);
        }
    }
}
