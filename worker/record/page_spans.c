/*
 * Marks may overlap in any way ("6th meeting of ministers" is a name, "6th" its edition, "meeting"
 * its kind), and elements may not: the text is cut wherever a span begins or ends, and each piece
 * says all that it proves.
 */
#include <stdlib.h>

#include "base/fault.h"
#include "base/utf8.h"
#include "record/evidence.h"
#include "record/markup.h"
#include "record/page_view.h"

/* Where a span begins or ends. */
struct edge {
    uint32_t at; /* code points */
    bool begins;
    struct page_span *span;
};

/* One text on its way out. */
struct marking {
    struct page_view *view;
    const struct page_wrap *wrap;
    struct str rest;           /* what is not written yet */
    uint32_t at;               /* code points before it */
    bool in_line;              /* something of the line was written */
    struct page_span **active; /* the spans that cover the next piece */
    size_t active_count;
};

const char *page_aspect(enum evidence_field field)
{
    static const char *const aspects[EVIDENCE_FIELD_COUNT] = {
        [EVIDENCE_KIND] = "what",
        [EVIDENCE_STATUS] = "status",
        [EVIDENCE_NAME] = "what",
        [EVIDENCE_EDITION] = "what",
        [EVIDENCE_START] = "when",
        [EVIDENCE_END] = "when",
        [EVIDENCE_START_TIME] = "when",
        [EVIDENCE_PREVIOUS_START] = "when",
        [EVIDENCE_PLACE] = "where",
        [EVIDENCE_PARTICIPANT] = "who",
        [EVIDENCE_PARTICIPANT_ROLE] = "who",
        [EVIDENCE_OUTCOME] = "outcome",
    };
    return aspects[field];
}

int page_spans_make(struct page_view *view)
{
    const struct extraction *extraction = view->context->extraction;
    size_t count = 0;
    for (size_t i = 0; i < extraction->meeting_count; i++)
        count += extraction->meetings[i].evidence_count;
    view->spans = ARENA_ARRAY(view->arena, struct page_span, count + 1);
    if (!view->spans)
        return FAULT_MEMORY;
    for (uint32_t i = 0; i < extraction->meeting_count; i++)
        for (size_t k = 0; k < extraction->meetings[i].evidence_count; k++)
            view->spans[view->span_count++] =
                (struct page_span){.evidence = &extraction->meetings[i].evidence[k], .meeting = i};
    return 0;
}

static int edge_compare(const void *left, const void *right)
{
    const struct edge *a = left, *b = right;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return a->span < b->span ? -1 : a->span > b->span;
}

/* The bytes of the first points of text, or of all of it. */
static size_t points_size(struct str text, uint32_t points)
{
    size_t at = 0;
    while (points > 0 && at < text.len) {
        at += utf8_size(text.at[at]);
        points--;
    }
    return at;
}

static uint32_t span_length(const struct page_span *span)
{
    return span->evidence->end - span->evidence->begin;
}

/* What a piece is coloured as: by the shortest span, which says the most of it. */
static const struct page_span *narrowest(const struct marking *marking)
{
    const struct page_span *least = marking->active[0];
    for (size_t i = 1; i < marking->active_count; i++)
        if (span_length(marking->active[i]) < span_length(least))
            least = marking->active[i];
    return least;
}

/* "1: kind, status; 2: place": what the piece proves, as a tooltip. */
static void proofs_write(struct marking *marking)
{
    struct page_view *view = marking->view;
    uint32_t last = UINT32_MAX;
    markup_raw(&view->out, "\" title=\"");
    for (size_t i = 0; i < marking->active_count; i++) {
        const struct page_span *span = marking->active[i];
        char path[EVIDENCE_PATH_SIZE];
        evidence_path(span->evidence, path);
        if (span->meeting == last)
            markup_format(&view->out, ", %s", path);
        else
            markup_format(&view->out, "%s%u: %s", i == 0 ? "" : "; ", span->meeting + 1, path);
        last = span->meeting;
    }
}

static void mark_open(struct marking *marking)
{
    struct page_view *view = marking->view;
    uint32_t piece = ++view->pieces, last = UINT32_MAX, told = 0;
    markup_format(&view->out, "<mark id=\"a%us%u\" class=\"%s", view->number, piece,
                  page_aspect(narrowest(marking)->evidence->field));
    for (size_t i = 0; i < marking->active_count; i++) {
        struct page_span *span = marking->active[i];
        if (span->piece == 0) {
            span->piece = piece;
            if (span->evidence->field == EVIDENCE_KIND)
                told = span->meeting + 1;
        }
        if (span->meeting != last && span->meeting < PAGE_LINKED)
            markup_format(&view->out, " m%u", span->meeting + 1);
        last = span->meeting;
    }
    proofs_write(marking);
    if (told > 0)
        markup_format(&view->out, "\" data-meeting=\"%u", told);
    markup_raw(&view->out, "\">");
}

static void line_piece_write(struct marking *marking, struct str text)
{
    if (str_empty(text))
        return;
    if (!marking->in_line && marking->wrap->opening)
        markup_raw(&marking->view->out, marking->wrap->opening);
    marking->in_line = true;
    if (marking->active_count > 0)
        mark_open(marking);
    markup_text(&marking->view->out, text);
    if (marking->active_count > 0)
        markup_raw(&marking->view->out, "</mark>");
}

static void line_end(struct marking *marking)
{
    if (marking->in_line && marking->wrap->closing)
        markup_raw(&marking->view->out, marking->wrap->closing);
    else if (marking->in_line)
        markup_raw(&marking->view->out, " ");
    marking->in_line = false;
}

/* Writes the text up to a place in code points: a mark may reach over the end of a line. */
static void text_write(struct marking *marking, uint32_t to)
{
    size_t size = points_size(marking->rest, to - marking->at);
    struct str text = str_make(marking->rest.at, size);
    marking->rest = str_make(marking->rest.at + size, marking->rest.len - size);
    marking->at = to;
    for (;;) {
        const char *newline = str_empty(text) ? NULL : memchr(text.at, '\n', text.len);
        size_t length = newline ? (size_t)(newline - text.at) : text.len;
        line_piece_write(marking, str_make(text.at, length));
        if (!newline)
            return;
        line_end(marking);
        text = str_make(newline + 1, text.len - length - 1);
    }
}

/* Spans are kept in their order, meeting by meeting. */
static void span_begins(struct marking *marking, struct page_span *span)
{
    size_t i = marking->active_count++;
    for (; i > 0 && marking->active[i - 1] > span; i--)
        marking->active[i] = marking->active[i - 1];
    marking->active[i] = span;
}

static void span_ends(struct marking *marking, const struct page_span *span)
{
    size_t kept = 0;
    for (size_t i = 0; i < marking->active_count; i++)
        if (marking->active[i] != span)
            marking->active[kept++] = marking->active[i];
    marking->active_count = kept;
}

/* The edges of the spans that stand in the text; one that reaches beyond it proves nothing. */
static size_t edges_make(struct page_view *view, enum source source, uint32_t points,
                         struct edge *ret_edges)
{
    size_t count = 0;
    for (size_t i = 0; i < view->span_count; i++) {
        struct page_span *span = &view->spans[i];
        const struct evidence *evidence = span->evidence;
        if (evidence->source != source || evidence->begin >= evidence->end ||
            evidence->end > points)
            continue;
        ret_edges[count++] = (struct edge){evidence->begin, true, span};
        ret_edges[count++] = (struct edge){evidence->end, false, span};
    }
    return count;
}

int page_marked(struct page_view *view, enum source source, const struct page_wrap *wrap)
{
    const struct article *article = view->context->article;
    struct str text = source == SOURCE_TITLE ? article->title : article->body;
    uint32_t points = (uint32_t)utf8_count(text);
    struct edge *edges = ARENA_ARRAY(view->arena, struct edge, 2 * view->span_count + 1);
    struct marking marking = {.view = view, .wrap = wrap, .rest = text};
    marking.active = ARENA_ARRAY(view->arena, struct page_span *, view->span_count + 1);
    if (!edges || !marking.active)
        return FAULT_MEMORY;
    size_t count = edges_make(view, source, points, edges);
    qsort(edges, count, sizeof *edges, edge_compare);
    for (size_t i = 0; i < count; i++) {
        text_write(&marking, edges[i].at);
        if (edges[i].begins)
            span_begins(&marking, edges[i].span);
        else
            span_ends(&marking, edges[i].span);
    }
    text_write(&marking, points);
    if (marking.in_line && wrap->closing)
        markup_raw(&view->out, wrap->closing);
    return 0;
}
