#include "annotate/matcher.h"

#include "text/fold.h"

/* A try: what was read so far.  All but the constants is taken back when a choice fails. */
struct run {
    struct document *document;
    struct matcher *matcher;
    const struct step *steps;
    uint32_t begin, limit;
    size_t left; /* steps that the document may still take */
    uint32_t generation;
    uint32_t open[SLOTS_MAX + 1]; /* where captures began */
    size_t capture_count;
    const struct annotation *last; /* the annotation read last */
    uint32_t cover_begin, cover_end, end;
    bool uncovered; /* cover_end was set */
};

static uint32_t longest_sentence(const struct document *document)
{
    uint32_t longest = 0;
    for (size_t i = 0; i < document->sentences.count; i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        if (sentence->end - sentence->begin > longest)
            longest = sentence->end - sentence->begin;
    }
    return longest;
}

/* What no stage changes; the kinds are added stage by stage. */
static void sentence_sign(const struct document *document, const struct sentence *sentence,
                          struct signature *rest)
{
    struct signature sum = {0, 0, 0, 0};
    for (uint32_t i = sentence->end; i-- > sentence->begin;) {
        sum.words |= document->marks[i];
        sum.classes |= document->classes[i];
        sum.flags |= document->tokens.at[i].flags;
        rest[i] = sum;
    }
}

int matcher_open(struct document *document)
{
    struct arena *arena = document->arena;
    struct matcher *matcher = ARENA_ARRAY(arena, struct matcher, 1);
    if (!matcher)
        return FAULT_MEMORY;
    matcher->best = ARENA_ARRAY(arena, struct match *, document->tokens.count + 1);
    matcher->tried = ARENA_ARRAY(arena, uint32_t, pack_rule_count(document->pack));
    matcher->kind_ends = ARENA_ARRAY(arena, uint32_t, pack_kind_count(document->pack));
    matcher->rest = ARENA_ROOM(arena, struct signature, document->tokens.count + 1);
    matcher->reach = longest_sentence(document) + 1;
    if (matcher->reach > REACH_MAX)
        matcher->reach = REACH_MAX;
    matcher->choices = (uint32_t)pack_choices(document->pack);
    matcher->seen = ARENA_ROOM(arena, uint32_t, (size_t)matcher->reach * matcher->choices);
    matcher->captures = ARENA_ROOM(arena, struct capture, CAPTURES_MAX);
    if (!matcher->best || !matcher->captures || !matcher->tried || !matcher->kind_ends ||
        !matcher->rest || !matcher->seen)
        return FAULT_MEMORY;
    for (size_t i = 0; i < document->sentences.count; i++)
        sentence_sign(document, &document->sentences.at[i], matcher->rest);
    matcher->best_begin = UINT32_MAX;
    document->matcher = matcher;
    return 0;
}

static bool run_from(struct run *run, const struct step *step, uint32_t at);

static bool reads_word(const struct run *run, const struct step *step, const struct token *token)
{
    if (token->word != step->of.word.word)
        return false;
    if (step->capital && !(token->flags & TOKEN_CAPITAL))
        return false;
    return !step->of.word.spelling.len ||
           fold_spelled(pack_tokens(run->document->pack)->fold, step->of.word.spelling,
                        token_text(token, run->document->texts));
}

/* A capitalised word that may be part of a name: no article, no weekday, no small word that only
 * the beginning of the sentence writes so. */
static bool reads_capital(const struct document *document, uint32_t at)
{
    const unsigned flags = document->tokens.at[at].flags;
    const uint64_t small = CLASS(AT) | CLASS(OF) | CLASS(TO) | CLASS(FROM) | CLASS(BY) |
                           CLASS(QUANTIFIER) | CLASS(INDEFINITE);
    return flags & TOKEN_WORD && flags & TOKEN_CAPITAL &&
           !document_is(document, at, CLASS(DETERMINER)) &&
           !document_at(document, at, LEXICON_WEEKDAY) &&
           !(flags & TOKEN_SENTENCE &&
             (document_is(document, at, small) || document_at(document, at, LEXICON_NUMBER)));
}

/* Steps that read one token. */
static bool reads_token(const struct run *run, const struct step *step, uint32_t at)
{
    if (at >= run->limit)
        return false;
    const struct token *token = &run->document->tokens.at[at];
    switch (step->code) {
    case STEP_WORD:
        return reads_word(run, step, token);
    case STEP_CLASS:
        return document_is(run->document, at, step->of.classes);
    case STEP_NUMBER:
        return token->flags & TOKEN_NUMBER && token->number >= step->of.number.low &&
               token->number <= step->of.number.high;
    case STEP_CAPITAL:
        return reads_capital(run->document, at);
    default:
        return token->flags & TOKEN_WORD && token->word == 0;
    }
}

/* Whether the token has something that the branch of the split can begin with: cheap, may be wrong.
 */
static inline bool may_open(const struct run *run, const struct step *split, uint32_t at)
{
    const struct document *document = run->document;
    const struct signature *opening = &split->of.opening;
    if (at >= run->limit)
        return opening->flags & FLAG_END;
    return ((document->marks[at] & opening->words) | (document->begins[at] & opening->kinds) |
            (document->classes[at] & opening->classes) |
            (document->tokens.at[at].flags & opening->flags)) != 0;
}

/* False when what follows can't begin at this token: most branches need not be entered. */
static bool may_read(const struct run *run, const struct step *step, uint32_t at)
{
    while (step->code == STEP_OPEN || step->code == STEP_LIST)
        step++;
    if (step->code == STEP_KIND)
        return run->document->begins[at] >> step->of.kind.kind % 64 & 1;
    return step->code > STEP_UNKNOWN || reads_token(run, step, at);
}

/* Clears the rows of seen up to that of so many tokens behind the beginning.  False: it has none.
 */
static bool rows_clear(struct matcher *matcher, uint32_t reach)
{
    if (reach >= matcher->reach)
        return false;
    memset(matcher->seen + (size_t)matcher->cleared * matcher->choices, 0,
           sizeof *matcher->seen * matcher->choices * (reach + 1 - matcher->cleared));
    matcher->cleared = reach + 1;
    return true;
}

/* True at the second coming to a choice at one token: the first one failed. */
static inline bool run_was_here(struct run *run, const struct step *step, uint32_t at)
{
    uint32_t reach = at - run->begin;
    if (reach >= run->matcher->cleared && !rows_clear(run->matcher, reach))
        return true;
    uint32_t *seen = &run->matcher->seen[reach * run->matcher->choices + step->slot];
    if (*seen == run->generation)
        return true;
    *seen = run->generation;
    return false;
}

/* What a choice must put back when a branch fails. */
struct saved {
    size_t capture_count;
    const struct annotation *last;
};

/* Goes on at step; if that fails, all is as before. */
static bool run_branch(struct run *run, const struct step *step, uint32_t at)
{
    const struct saved saved = {run->capture_count, run->last};
    if (run_from(run, step, at))
        return true;
    run->capture_count = saved.capture_count;
    run->last = saved.last;
    return false;
}

static bool is_kind(const struct run *run, const struct step *step,
                    const struct annotation *annotation)
{
    if (annotation->kind != step->of.kind.kind || annotation->end > run->limit)
        return false;
    if (step->of.kind.tag && annotation->tag != step->of.kind.tag)
        return false;
    return !step->of.kind.key ||
           (annotation->value &&
            pack_value_key(run->document->pack, annotation->value) == step->of.kind.key);
}

static bool run_kind(struct run *run, const struct step *step, uint32_t at)
{
    if (at >= run->limit || !(run->document->begins[at] >> step->of.kind.kind % 64 & 1))
        return false;
    if (run_was_here(run, step, at))
        return false;
    unsigned readings = 0;
    for (const struct annotation *annotation = run->document->first[at];
         annotation && readings < READINGS_MAX; annotation = annotation->next) {
        if (!is_kind(run, step, annotation))
            continue;
        readings++;
        const struct annotation *last = run->last;
        run->last = annotation;
        if (run_branch(run, step + 1, annotation->end))
            return true;
        run->last = last;
    }
    return false;
}

static bool run_gap(struct run *run, const struct step *step, uint32_t at)
{
    if (run_was_here(run, step, at))
        return false;
    for (uint32_t i = 0; i <= step->of.gap && at + i <= run->limit; i++)
        if (run_branch(run, step + 1, at + i))
            return true;
    return false;
}

/* Passes "," or ";" and then "and"; where it stays if there is neither. */
static uint32_t pass_separator(const struct run *run, const struct step *list, uint32_t at)
{
    const struct token *tokens = run->document->tokens.at;
    if (at < run->limit &&
        (tokens[at].word == list->of.list.comma || tokens[at].word == list->of.list.semicolon))
        at++;
    if (at < run->limit && document_is(run->document, at, CLASS(AND)))
        at++;
    return at;
}

/* Takes as many items as come.  An item is a run of its own: what it passed by is no failure. */
static bool run_list(struct run *run, const struct step *list, uint32_t at)
{
    const uint32_t generation = run->generation;
    uint32_t end = 0, next = at;
    unsigned items = 0;
    if (run_was_here(run, list, at))
        return false;
    while (items <= LIST_MAX) {
        run->generation = ++run->matcher->generation;
        if (!run_branch(run, list + 1, next))
            break;
        items++;
        end = run->end;
        next = pass_separator(run, list, end);
        if (next == end)
            break;
    }
    run->generation = generation;
    return items && run_from(run, run->steps + list->to, end);
}

static void run_capture(struct run *run, const struct step *step, uint32_t at)
{
    if (run->capture_count == CAPTURES_MAX)
        return; /* the first ones are the best that can be kept */
    uint32_t begin = run->open[step->slot];
    const struct annotation *last = run->last;
    bool whole = last && last->begin == begin && last->end == at;
    run->matcher->captures[run->capture_count++] =
        (struct capture){step->name, begin, at, whole ? last : NULL};
}

static bool run_done(struct run *run, uint32_t at)
{
    run->end = at;
    return true;
}

static bool run_counts(struct run *run)
{
    if (run->left == 0) {
        run->document->limit_passed = true;
        return false;
    }
    run->left--;
    return true;
}

static bool run_from(struct run *run, const struct step *step, uint32_t at)
{
    while (run_counts(run)) {
        switch (step->code) {
        case STEP_KIND:
            return run_kind(run, step, at);
        case STEP_GAP:
            return run_gap(run, step, at);
        case STEP_LIST:
            return run_list(run, step, at);
        case STEP_DONE:
            return run_done(run, at);
        case STEP_SPLIT:
            if (!may_open(run, step, at) || !may_read(run, step + 1, at)) {
                step = run->steps + step->to;
                continue;
            }
            if (run_was_here(run, step, at))
                return false;
            if (run_branch(run, step + 1, at))
                return true;
            step = run->steps + step->to;
            continue;
        case STEP_JUMP:
            step = run->steps + step->to;
            continue;
        case STEP_OPEN:
            run->open[step->slot] = at;
            break;
        case STEP_CLOSE:
            run_capture(run, step, at);
            break;
        case STEP_COVER:
            run->cover_begin = at;
            break;
        case STEP_UNCOVER:
            run->cover_end = at;
            run->uncovered = true;
            break;
        default:
            if (!reads_token(run, step, at))
                return false;
            at++;
        }
        step++;
    }
    return false;
}

bool matcher_try(struct document *document, const struct rule *rule, uint32_t begin, uint32_t limit,
                 struct match *ret_match)
{
    struct run run;
    run.document = document;
    run.matcher = document->matcher;
    run.steps = rule->steps;
    run.begin = run.cover_begin = begin;
    run.limit = limit;
    run.generation = ++document->matcher->generation;
    run.capture_count = 0;
    run.last = NULL;
    run.uncovered = false;
    run.left = document->max_steps - document->steps;
    const bool matched = run_from(&run, rule->steps, begin);
    document->steps = document->max_steps - run.left;
    if (!matched)
        return false;
    *ret_match = (struct match){.captures = document->matcher->captures,
                                .begin = run.cover_begin,
                                .end = run.uncovered ? run.cover_end : run.end,
                                .words = run.end - begin,
                                .rule = rule->number,
                                .capture_count = (uint16_t)run.capture_count};
    return ret_match->begin < ret_match->end;
}
