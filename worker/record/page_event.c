/* A meeting's card.  A value that stands in the article links to where it does. */
#include <stdio.h>

#include "base/fault.h"
#include "record/caption.h"
#include "record/markup.h"
#include "record/page_view.h"

/* One card. */
struct card {
    struct page_view *view;
    const struct meeting *meeting;
    size_t index;                  /* of the meeting */
    const struct page_span *spans; /* of the meeting, one for each evidence */
};

static const struct page_span *proof_of(const struct card *card, enum evidence_field field,
                                        size_t index)
{
    for (size_t i = 0; i < card->meeting->evidence_count; i++) {
        const struct evidence *evidence = card->spans[i].evidence;
        if (evidence->field == field && evidence->index == index)
            return &card->spans[i];
    }
    return NULL;
}

static bool str_contains(struct str text, struct str part)
{
    return !str_empty(text) && !str_empty(part) && memmem(text.at, text.len, part.at, part.len);
}

static void symbol_write(struct page_view *view, const char *symbol, bool capital)
{
    caption_symbol(&view->out, symbol, capital);
}

/* Opens a link to the proof, or what looks like one where the article doesn't have the words. */
static const char *proof_open(struct page_view *view, const struct page_span *proof,
                              const char *class)
{
    if (!proof || proof->piece == 0) {
        markup_format(&view->out, "<span class=\"%s\">", class);
        return "</span>";
    }
    markup_format(&view->out, "<a class=\"%s\" href=\"#a%us%u\" title=\"", class, view->number,
                  proof->piece);
    markup_text(&view->out, proof->evidence->quote);
    markup_raw(&view->out, "\">");
    return "</a>";
}

/* The words themselves, in quotation marks. */
static void quote_write(struct page_view *view, const struct page_span *proof)
{
    if (!proof)
        return;
    markup_raw(&view->out, " ");
    const char *close = proof_open(view, proof, "quote");
    markup_raw(&view->out, "<q>");
    markup_text(&view->out, proof->evidence->quote);
    markup_raw(&view->out, "</q>");
    markup_raw(&view->out, close);
}

/* A value that links to its proof; the words follow where they say it otherwise. */
static void proved_write(struct page_view *view, struct str value, const struct page_span *proof,
                         const char *class)
{
    bool same = proof && str_equal(proof->evidence->quote, value);
    if (str_empty(value)) {
        quote_write(view, proof);
        return;
    }
    const char *close = same ? proof_open(view, proof, class) : proof_open(view, NULL, class);
    markup_raw(&view->out, "<bdi>");
    markup_text(&view->out, value);
    markup_raw(&view->out, "</bdi>");
    markup_raw(&view->out, close);
    if (!same)
        quote_write(view, proof);
}

static void country_write(struct page_view *view, const char *country)
{
    if (!*country)
        return;
    markup_raw(&view->out, " <span class=\"country\">");
    markup_text(&view->out, str_of(country));
    markup_raw(&view->out, "</span>");
}

static void badge_write(struct card *card, const char *kind, const char *symbol,
                        const struct page_span *proof)
{
    char class[64];
    snprintf(class, sizeof class, "badge %s %s", kind, symbol);
    const char *close = proof_open(card->view, proof, class);
    symbol_write(card->view, symbol, true);
    markup_raw(&card->view->out, close);
}

static void badges_write(struct card *card)
{
    const struct meeting *meeting = card->meeting;
    markup_raw(&card->view->out, "<p class=\"badges\">");
    markup_format(&card->view->out, "<span class=\"number\">%zu</span>", card->index + 1);
    badge_write(card, "kind", meeting_kind_name(meeting->kind), proof_of(card, EVIDENCE_KIND, 0));
    badge_write(card, "status", meeting_status_name(meeting->status),
                proof_of(card, EVIDENCE_STATUS, 0));
    if (meeting->mode != MODE_UNKNOWN)
        badge_write(card, "mode", meeting_mode_name(meeting->mode), NULL);
    markup_raw(&card->view->out, "</p>");
}

static void row_open(struct page_view *view, const char *term)
{
    markup_format(&view->out, "<div><dt>%s</dt><dd>", term);
}

static void row_close(struct page_view *view)
{
    markup_raw(&view->out, "</dd></div>");
}

static void date_write(struct card *card, const struct iso_date *date, enum evidence_field field)
{
    markup_format(&card->view->out, "<time datetime=\"%s\">", date->text);
    caption_date(&card->view->out, date);
    markup_raw(&card->view->out, "</time>");
    quote_write(card->view, proof_of(card, field, 0));
}

/* How the day was worked out. */
static const char *const BASES[DATE_BASIS_COUNT] = {
    [DATE_BASIS_DATELINE] = "counted from the dateline",
    [DATE_BASIS_PUBLICATION] = "counted from the day of publication",
    [DATE_BASIS_CONTEXT] = "counted from another date in the text",
};

static void when_write(struct card *card)
{
    const struct meeting *meeting = card->meeting;
    struct page_view *view = card->view;
    row_open(view, "When");
    if (*meeting->start.text)
        date_write(card, &meeting->start, EVIDENCE_START);
    else
        markup_raw(&view->out, "<span class=\"untold\">not told</span>");
    if (*meeting->end.text) {
        markup_raw(&view->out, " to ");
        date_write(card, &meeting->end, EVIDENCE_END);
    }
    if (*meeting->start_time) {
        markup_raw(&view->out, " at ");
        markup_text(&view->out, str_of(meeting->start_time));
        quote_write(view, proof_of(card, EVIDENCE_START_TIME, 0));
    }
    if (*meeting->previous_start.text) {
        markup_raw(&view->out, "<br>instead of ");
        date_write(card, &meeting->previous_start, EVIDENCE_PREVIOUS_START);
    }
    if (BASES[meeting->date_basis])
        markup_format(&view->out, "<br><small>%s</small>", BASES[meeting->date_basis]);
    row_close(view);
}

static void where_write(struct card *card)
{
    const struct place *place = &card->meeting->place;
    struct page_view *view = card->view;
    if (!place->told)
        return;
    row_open(view, "Where");
    if (!str_empty(place->venue)) {
        markup_raw(&view->out, "<bdi>");
        markup_text(&view->out, place->venue);
        markup_raw(&view->out, "</bdi>, ");
    }
    struct str shown = str_empty(place->city_name) ? place->text : place->city_name;
    const struct page_span *proof = proof_of(card, EVIDENCE_PLACE, 0);
    bool same = proof && str_equal(proof->evidence->quote, shown);
    proved_write(view, shown, same ? proof : NULL, "value");
    country_write(view, place->country);
    if (!same)
        quote_write(view, proof);
    row_close(view);
}

/* Most often the office names it already. */
static void organization_write(struct page_view *view, const struct participant *participant)
{
    struct str organization = participant->organization;
    if (str_empty(organization) || str_equal(organization, participant->name) ||
        str_contains(participant->role, organization))
        return;
    markup_raw(&view->out, " <span class=\"organization\"><bdi>");
    markup_text(&view->out, organization);
    markup_raw(&view->out, "</bdi></span>");
}

static void participant_write(struct card *card, size_t index)
{
    const struct participant *participant = &card->meeting->participants[index];
    struct page_view *view = card->view;
    const struct page_span *proof = proof_of(card, EVIDENCE_PARTICIPANT, index);
    markup_format(&view->out, "<li class=\"%s\">", party_type_name(participant->type));
    if (!str_empty(participant->name))
        proved_write(view, participant->name, proof, "name");
    country_write(view, participant->country);
    if (participant->part != PART_ATTENDEE) {
        markup_format(&view->out, " <span class=\"part %s\">", part_name(participant->part));
        symbol_write(view, part_name(participant->part), false);
        markup_raw(&view->out, "</span>");
    }
    const struct page_span *office = proof_of(card, EVIDENCE_PARTICIPANT_ROLE, index);
    if (!str_empty(participant->role) || office) {
        markup_raw(&view->out, "<br>");
        proved_write(view, participant->role, office ? office : proof, "role");
    }
    organization_write(view, participant);
    markup_raw(&view->out, "</li>");
}

static void who_write(struct card *card)
{
    if (card->meeting->participant_count == 0)
        return;
    row_open(card->view, "Who");
    markup_raw(&card->view->out, "<ul>");
    for (size_t i = 0; i < card->meeting->participant_count; i++)
        participant_write(card, i);
    markup_raw(&card->view->out, "</ul>");
    row_close(card->view);
}

static void outcomes_write(struct card *card)
{
    struct page_view *view = card->view;
    if (card->meeting->outcome_count == 0)
        return;
    row_open(view, "Outcome");
    markup_raw(&view->out, "<ul>");
    for (size_t i = 0; i < card->meeting->outcome_count; i++) {
        markup_raw(&view->out, "<li>");
        symbol_write(view, outcome_type_name(card->meeting->outcomes[i].type), true);
        quote_write(view, proof_of(card, EVIDENCE_OUTCOME, i));
        markup_raw(&view->out, "</li>");
    }
    markup_raw(&view->out, "</ul>");
    row_close(view);
}

static void topics_write(struct card *card)
{
    if (card->meeting->topic_count == 0)
        return;
    row_open(card->view, "Topics");
    for (size_t i = 0; i < card->meeting->topic_count; i++) {
        markup_raw(&card->view->out, i == 0 ? "" : ", ");
        symbol_write(card->view, topic_name(card->meeting->topics[i]), i == 0);
    }
    row_close(card->view);
}

static void relations_write(struct card *card)
{
    static const char *const words[RELATION_TYPE_COUNT] = {
        [RELATION_NEXT_EDITION] = "the next edition of",
        [RELATION_PREVIOUS_EDITION] = "the previous edition of",
        [RELATION_SUB_EVENT] = "a part of",
        [RELATION_SUPER_EVENT] = "the frame of",
        [RELATION_PREPARES] = "prepares",
        [RELATION_PREPARED_BY] = "prepared by",
        [RELATION_OTHER] = "belongs to",
    };
    struct page_view *view = card->view;
    if (card->meeting->relation_count == 0)
        return;
    row_open(view, "Related");
    for (size_t i = 0; i < card->meeting->relation_count; i++) {
        const struct relation *relation = &card->meeting->relations[i];
        markup_format(&view->out, "%s%s <a class=\"number\" href=\"#a%ue%u\">%u</a>",
                      i == 0 ? "" : ", ", words[relation->type], view->number,
                      relation->meeting + 1u, relation->meeting + 1u);
    }
    row_close(view);
}

/* What programs know it by. */
static void identity_write(struct card *card)
{
    struct page_view *view = card->view;
    const struct meeting *meeting = card->meeting;
    markup_format(&view->out,
                  "<p class=\"confidence\"><meter min=\"0\" max=\"1\" value=\"%.3f\" "
                  "aria-label=\"Confidence\"></meter> %.0f %% sure</p>",
                  (double)meeting->confidence, (double)meeting->confidence * 100.0);
    markup_raw(&view->out, "<details><summary>Identity</summary><dl>");
    row_open(view, "Event");
    markup_format(&view->out, "<code>%s</code>", meeting->event_id);
    row_close(view);
    if (!str_empty(meeting->meeting_key)) {
        row_open(view, "Meeting");
        markup_raw(&view->out, "<code>");
        markup_text(&view->out, meeting->meeting_key);
        markup_raw(&view->out, "</code>");
        row_close(view);
    }
    if (*meeting->cameo_code) {
        row_open(view, "CAMEO");
        markup_format(&view->out, "<code>%s</code>", meeting->cameo_code);
        row_close(view);
    }
    markup_raw(&view->out, "</dl></details>");
}

int page_event(struct page_view *view, size_t meeting, size_t first)
{
    struct card card = {.view = view,
                        .meeting = &view->context->extraction->meetings[meeting],
                        .index = meeting,
                        .spans = view->spans + first};
    struct str caption = {NULL, 0};
    int code = caption_of(card.meeting, view->arena, &caption);
    if (code != 0)
        return code;
    markup_format(&view->out, "<section class=\"event e%zu\" id=\"a%ue%zu\">", meeting + 1,
                  view->number, meeting + 1);
    badges_write(&card);
    markup_raw(&view->out, "<h3>");
    const struct page_span *name = proof_of(&card, EVIDENCE_NAME, 0);
    proved_write(view, caption, name && str_equal(name->evidence->quote, caption) ? name : NULL,
                 "title");
    markup_raw(&view->out, "</h3><dl>");
    when_write(&card);
    where_write(&card);
    who_write(&card);
    outcomes_write(&card);
    topics_write(&card);
    relations_write(&card);
    markup_raw(&view->out, "</dl>");
    identity_write(&card);
    markup_raw(&view->out, "</section>");
    return 0;
}
