#include "record/annotations.h"

#include "annotate/date/date.h"
#include "annotate/date/tense.h"
#include "annotate/look.h"
#include "annotate/party/party.h"
#include "annotate/place/spot.h"
#include "record/writer.h"

/* The document, and what the values of its annotations depend on. */
struct view {
    struct writer *writer;
    const struct document *document;
    struct reference reference;
};

/* The tokens that an annotation is about. */
struct range {
    uint32_t begin, end;
};

static void write_head(const struct view *view, struct str kind, struct range range)
{
    const struct token *tokens = view->document->tokens.at;
    const struct token *first = &tokens[range.begin];
    const struct token *last = &tokens[range.end > range.begin ? range.end - 1 : range.begin];
    struct writer *writer = view->writer;
    writer->form->record_begin(writer);
    writer_text(writer, "kind", kind);
    writer_text(writer, "source", first->flags & TOKEN_TITLE ? STR("TITLE") : STR("BODY"));
    writer_integer(writer, "begin", first->point);
    writer_integer(writer, "end", last->point + last->points);
    writer_text(writer, "text", document_text(view->document, range.begin, range.end));
    writer->form->key(writer, STR("value"));
    writer->form->record_begin(writer);
}

static void write_tail(const struct view *view, uint16_t rule)
{
    struct writer *writer = view->writer;
    writer->form->record_end(writer);
    struct str name = rule ? pack_rule_name(view->document->pack, rule) : STR("");
    writer_optional_text(writer, "rule", name);
    writer->form->record_end(writer);
}

/* type is TIMEX3's. */
static void write_date(const struct view *view, const struct annotation *annotation)
{
    const struct date_result period =
        date_period(annotation->detail, &view->reference, date_tense(view->document, annotation));
    writer_text(view->writer, "type", STR("DATE"));
    writer_optional_text(view->writer, "start", str_of(period.start.text));
    writer_optional_text(view->writer, "end", str_of(period.end.text));
    writer_text(view->writer, "basis", str_of(date_basis_name(period.basis)));
}

static void write_time(const struct view *view, const struct annotation *annotation)
{
    char text[12];
    daytime_text(annotation->detail, text);
    writer_text(view->writer, "type", STR("TIME"));
    writer_optional_text(view->writer, "start_time", str_of(text));
}

static void write_duration(const struct view *view, const struct annotation *annotation)
{
    char text[16];
    date_render(annotation, &view->reference, text, sizeof text);
    writer_text(view->writer, "type", STR("DURATION"));
    writer_optional_text(view->writer, "duration", str_of(text));
}

static void write_role(const struct view *view, const struct annotation *annotation)
{
    const struct role *role = annotation->detail;
    writer_text(view->writer, "rank", str_of(rank_name(role->rank)));
    writer_array(view->writer, "countries", role->country_count);
    for (size_t i = 0; i < role->country_count; i++)
        view->writer->form->text(view->writer, str_of(role->countries[i]));
    view->writer->form->array_end(view->writer);
}

/* What the lexicon's line says: "588409;EE;394024;59.437;…" and its parts that have a type. */
static void write_line(const struct view *view, const struct annotation *annotation)
{
    const struct lexeme *lexeme = look_lexeme(view->document, annotation);
    writer_text(view->writer, "line", pack_value(view->document->pack, annotation->value));
    if (!str_empty(lexeme->name))
        writer_text(view->writer, "name", lexeme->name);
    if (*lexeme->country)
        writer_text(view->writer, "country", str_of(lexeme->country));
}

static void write_spot(const struct view *view, const struct annotation *annotation)
{
    const struct spot *spot = annotation->detail;
    const struct lexeme *city = spot->city ? look_lexeme(view->document, spot->city) : NULL;
    writer_optional_text(view->writer, "city", city ? city->name : STR(""));
    writer_optional_integer(view->writer, "geonames_id", city ? city->geonames_id : 0);
    writer_optional_text(view->writer, "country", str_of(spot->country));
}

/* A person is a PERSON; a state, a body, a group, and a word or two that may be a name: PARTY. */
static void write_party(const struct view *view, const struct party *party)
{
    bool person = party->type == PARTY_PERSON && !party->weak;
    struct range range = {party->begin, party->end};
    struct range name = {party->name_begin, party->name_end};
    write_head(view, person ? STR("PERSON") : STR("PARTY"), range);
    writer_text(view->writer, "type", str_of(party_type_name(party->type)));
    writer_optional_text(view->writer, "name",
                         name.end > name.begin ? document_text(view->document, name.begin, name.end)
                                               : STR(""));
    writer_text(view->writer, "rank", str_of(rank_name(party->rank)));
    writer_optional_text(view->writer, "country", str_of(party->country));
    write_tail(view, 0);
}

/* What a kind's value says; the others give the value of their line in the lexicon. */
static const struct {
    uint16_t kind;
    void (*write)(const struct view *view, const struct annotation *annotation);
} VALUES[] = {
    {ANNOTATION_DATE, write_date},         {ANNOTATION_TIME, write_time},
    {ANNOTATION_DURATION, write_duration}, {ANNOTATION_ROLE, write_role},
    {ANNOTATION_PLACE, write_spot},
};

static void write_value(const struct view *view, const struct annotation *annotation)
{
    for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++) {
        if (VALUES[i].kind == annotation->kind && annotation->detail) {
            VALUES[i].write(view, annotation);
            return;
        }
    }
    if (annotation->value)
        write_line(view, annotation);
}

/* "meetnoun" -> "MEETNOUN" */
static struct str kind_name(const struct pack *pack, uint16_t kind, char upper[64])
{
    struct str name = pack_kind_name(pack, kind);
    size_t length = name.len < 64 ? name.len : 64;
    for (size_t i = 0; i < length; i++) {
        char byte = name.at[i];
        upper[i] = byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
    }
    return str_make(upper, length);
}

static void write_annotation(const struct view *view, const struct annotation *annotation)
{
    char upper[64];
    struct range range = {annotation->begin, annotation->end};
    if (annotation->kind == ANNOTATION_PARTY && annotation->detail) {
        const struct party_list *members = party_members(annotation);
        for (size_t i = 0; i < members->count; i++)
            write_party(view, members->at[i]);
        return;
    }
    write_head(view, kind_name(view->document->pack, annotation->kind, upper), range);
    write_value(view, annotation);
    write_tail(view, annotation->rule);
}

static void write_annotations(struct writer *writer, const struct document *document)
{
    const struct view view = {writer, document, date_reference(document)};
    for (size_t token = 0; token < document->tokens.count; token++)
        for (const struct annotation *at = document->first[token]; at; at = at->next)
            write_annotation(&view, at);
}

int annotations_json(const struct article *article, const struct document *document,
                     struct arena *arena, struct str *ret_line)
{
    struct writer writer = writer_in(&WRITER_JSON, arena);
    writer.form->record_begin(&writer);
    writer_text(&writer, "id", article->id);
    writer_array(&writer, "annotations", document ? document->annotation_count : 0);
    if (document)
        write_annotations(&writer, document);
    writer.form->array_end(&writer);
    writer.form->record_end(&writer);
    return buffer_finish(&writer.out, ret_line);
}
