#include "annotate/matcher.h"

#include "base/fault.h"

/* The rules of one stage at work. */
struct stage_run {
    struct document *document;
    const struct rule_index *index;
    const struct rule *rules; /* by number */
    uint32_t at, limit;       /* the token that is tried; where its sentence ends */
    uint32_t mark;            /* generation of the token: rules tried there have it */
};

static bool is_better(const struct match *a, const struct match *b)
{
    if (a->end != b->end)
        return a->end > b->end;
    if (a->capture_count != b->capture_count)
        return a->capture_count > b->capture_count;
    if (a->words != b->words)
        return a->words > b->words;
    return a->rule < b->rule;
}

static bool captures_differ(const struct match *a, const struct match *b)
{
    for (uint16_t i = 0; i < a->capture_count; i++)
        if (a->captures[i].name != b->captures[i].name ||
            a->captures[i].begin != b->captures[i].begin ||
            a->captures[i].end != b->captures[i].end)
            return true;
    return false;
}

static bool makes_other(const struct rule *a, const struct rule *b)
{
    if (a->kind != b->kind || a->constant_count != b->constant_count)
        return true;
    for (uint16_t i = 0; i < a->constant_count; i++)
        if (a->constants[i].name != b->constants[i].name ||
            a->constants[i].number != b->constants[i].number ||
            !str_equal(a->constants[i].word, b->constants[i].word))
            return true;
    return false;
}

/* Two rules that nothing but their numbers tells apart: the check of the packs names them. */
static void tie_note(const struct stage_run *run, const struct match *a, const struct match *b)
{
    if (a->end != b->end || a->capture_count != b->capture_count || a->words != b->words)
        return;
    if (!makes_other(&run->rules[a->rule], &run->rules[b->rule]) && !captures_differ(a, b))
        return;
    run->document->tied[0] = a->rule;
    run->document->tied[1] = b->rule;
}

/* Copies match, with its captures, to where it begins to cover. */
static void match_keep(struct document *document, const struct match *match)
{
    struct match *copy = ARENA_ROOM(document->arena, struct match, 1);
    struct capture *captures = ARENA_ROOM(document->arena, struct capture, match->capture_count);
    if (!copy || !captures) {
        document->memory_out = true;
        return;
    }
    *copy = *match;
    copy->captures = captures;
    if (match->capture_count)
        memcpy(captures, match->captures, sizeof *captures * match->capture_count);
    struct matcher *matcher = document->matcher;
    matcher->best[match->begin] = copy;
    if (match->begin < matcher->best_begin)
        matcher->best_begin = match->begin;
    if (match->begin >= matcher->best_end)
        matcher->best_end = match->begin + 1;
}

/* What comes at next, behind what a rule began with. */
static struct signature signature_at(const struct stage_run *run, uint32_t next)
{
    const struct document *document = run->document;
    if (next >= run->limit)
        return (struct signature){.flags = FLAG_END};
    const struct token *token = &document->tokens.at[next];
    return (struct signature){document->marks[next], document->begins[next],
                              document->classes[next], token->flags};
}

/* Whether the sentence can have the rest of the rule, and it wasn't tried here before. */
static bool is_due(const struct stage_run *run, const struct rule_start *start)
{
    const struct matcher *matcher = run->document->matcher;
    return signature_meets(&start->need, &matcher->rest[run->at]) &&
           matcher->tried[start->rule] != run->mark;
}

static void rule_try(struct stage_run *run, uint16_t number)
{
    struct document *document = run->document;
    struct matcher *matcher = document->matcher;
    const struct rule *rule = &run->rules[number];
    struct match match;
    matcher->tried[number] = run->mark;
    if (!rule_fits(rule, &matcher->rest[run->at]) ||
        !matcher_try(document, rule, run->at, run->limit, &match))
        return;
    const struct match *best = matcher->best[match.begin];
    if (best)
        tie_note(run, best, &match);
    if (!best || is_better(&match, best))
        match_keep(document, &match);
}

/* Whether a rule that begins with an annotation of this kind can begin with this one, which is NULL
 * where it begins with a token.  The key is asked for last: it comes from beyond the caches. */
static bool begins_with(const struct stage_run *run, const struct rule_start *start,
                        const struct annotation *annotation)
{
    if (!annotation)
        return true;
    if (start->tag && start->tag != annotation->tag)
        return false;
    return !start->key || (annotation->value &&
                           pack_value_key(run->document->pack, annotation->value) == start->key);
}

/* Which of the groups, 64 at most, go on with what comes behind: a bit each. */
static uint64_t groups_meeting(const struct rule_group *groups, uint32_t count,
                               const struct signature *behind)
{
    uint64_t meeting = 0;
    for (uint32_t i = 0; i < count; i++)
        meeting |= (uint64_t)signature_meets(&groups[i].second, behind) << i;
    return meeting;
}

/* Tries the rules that can begin with the token, or with the annotation, and go on at next. */
static void list_try(struct stage_run *run, const struct rule_list *list, uint32_t next,
                     const struct annotation *annotation)
{
    const struct signature behind = signature_at(run, next);
    if (!signature_meets(&list->second, &behind))
        return;
    for (uint32_t from = 0; from < list->count; from += 64) {
        const struct rule_group *groups = &list->at[from];
        const uint32_t count = list->count - from < 64 ? list->count - from : 64;
        uint64_t meeting = groups_meeting(groups, count, &behind);
        for (; meeting; meeting &= meeting - 1) {
            const struct rule_group *group = &groups[__builtin_ctzll(meeting)];
            for (uint32_t k = 0; k < group->count; k++)
                if (is_due(run, &group->at[k]) && begins_with(run, &group->at[k], annotation))
                    rule_try(run, group->at[k].rule);
        }
    }
}

static void word_try(struct stage_run *run, uint32_t word)
{
    const uint32_t *from = rule_index_word(run->index, word);
    const struct word_start *starts = run->index->by_word;
    const struct signature behind = signature_at(run, run->at + 1);
    for (uint32_t i = from[0]; i < from[1]; i++)
        if (signature_meets(&starts[i].second, &behind) && is_due(run, &starts[i].start))
            rule_try(run, starts[i].start.rule);
}

static void annotations_try(struct stage_run *run)
{
    for (const struct annotation *annotation = run->document->first[run->at]; annotation;
         annotation = annotation->next) {
        const struct rule_list *list = &run->index->by_kind[annotation->kind];
        if (list->count)
            list_try(run, list, annotation->end, annotation);
    }
}

/* Whether a rule begins with the word at the token; most words have no mark that asks for more. */
static inline bool word_begins(const struct stage_run *run, uint32_t at)
{
    const struct document *document = run->document;
    return document->marks[at] & run->index->marks &&
           rule_index_has_word(run->index, document->tokens.at[at].word);
}

/* The next token from `at` on that can begin a rule, or the limit: most begin none. */
static uint32_t next_beginning(const struct stage_run *run, uint32_t at)
{
    const struct document *document = run->document;
    const struct rule_index *index = run->index;
    const uint64_t kinds = index->kinds, classes = index->classes;
    for (; at < run->limit; at++) {
        const struct token *token = &document->tokens.at[at];
        const uint64_t some = (document->begins[at] & kinds) | (document->classes[at] & classes) |
                              (token->flags & index->flags);
        if ((some | (document->marks[at] & index->marks)) &&
            (some || rule_index_has_word(index, token->word)))
            break;
    }
    return at;
}

static void token_try(struct stage_run *run, uint32_t at)
{
    const struct token *token = &run->document->tokens.at[at];
    const struct rule_index *index = run->index;
    uint64_t classes = run->document->classes[at] & index->classes;
    run->at = at;
    run->mark = ++run->document->matcher->generation;
    if (word_begins(run, at))
        word_try(run, token->word);
    for (; classes; classes &= classes - 1)
        list_try(run, &index->by_class[__builtin_ctzll(classes)], at + 1, NULL);
    if (run->document->begins[at] & index->kinds)
        annotations_try(run);
    if (index->by_number.count && token->flags & TOKEN_NUMBER)
        list_try(run, &index->by_number, at + 1, NULL);
    if (index->by_capital.count && token->flags & TOKEN_WORD && token->flags & TOKEN_CAPITAL)
        list_try(run, &index->by_capital, at + 1, NULL);
    if (index->by_unknown.count && token->flags & TOKEN_WORD && !token->word)
        list_try(run, &index->by_unknown, at + 1, NULL);
}

/* An annotation that would begin inside an earlier one of its kind is left out. */
static void match_add(struct document *document, const struct match *match)
{
    uint16_t kind = pack_rule(document->pack, match->rule)->kind;
    uint32_t *kind_end = &document->matcher->kind_ends[kind];
    if (match->begin < *kind_end)
        return;
    *kind_end = match->end;
    struct annotation *annotation = document_add(document, kind, match->begin, match->end);
    if (!annotation)
        return;
    annotation->rule = match->rule;
    annotation->captures = match->captures;
    annotation->capture_count = match->capture_count;
}

static void matches_add(struct document *document)
{
    struct matcher *matcher = document->matcher;
    memset(matcher->kind_ends, 0, sizeof *matcher->kind_ends * pack_kind_count(document->pack));
    for (uint32_t i = matcher->best_begin; i < matcher->best_end; i++) {
        if (!matcher->best[i])
            continue;
        match_add(document, matcher->best[i]);
        matcher->best[i] = NULL;
    }
    matcher->best_begin = UINT32_MAX;
    matcher->best_end = 0;
}

/* Brings up to this stage what the sentence has from each token on.  Returns what all of it has. */
static const struct signature *sentence_signature(const struct document *document,
                                                  const struct sentence *sentence)
{
    struct signature *rest = document->matcher->rest;
    uint64_t kinds = 0;
    for (uint32_t i = sentence->end; i-- > sentence->begin;) {
        kinds |= document->begins[i];
        rest[i].kinds = kinds;
    }
    return &rest[sentence->begin];
}

/* In a sentence without a meeting only names and offices matter: who is who; right before one that
 * tells a meeting its days, too. */
static bool is_passed_over(const struct document *document, const struct sentence *sentence,
                           enum stage stage)
{
    if (document->thorough)
        return false;
    if (sentence->flags & SENTENCE_EMPTY)
        return true;
    if (stage == STAGE_NUMBER || stage == STAGE_DATE)
        return sentence->flags & SENTENCE_FAR;
    return (sentence->flags & SENTENCE_QUIET) && stage != STAGE_NAME && stage != STAGE_PHRASE;
}

int match_stage(struct document *document, enum stage stage)
{
    struct stage_run run = {.document = document,
                            .index = pack_rules(document->pack, stage),
                            .rules = pack_rule(document->pack, 0)};
    if (!document->matcher && matcher_open(document)) {
        document->memory_out = true;
        return FAULT_MEMORY;
    }
    for (size_t i = 0; i < document->sentences.count && !document_fault(document); i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        if (is_passed_over(document, sentence, stage))
            continue;
        if (!signature_meets(sentence_signature(document, sentence), &run.index->needs))
            continue;
        run.limit = sentence->end;
        for (uint32_t at = next_beginning(&run, sentence->begin); at < run.limit;
             at = next_beginning(&run, at + 1))
            token_try(&run, at);
    }
    matches_add(document);
    return document_fault(document);
}
