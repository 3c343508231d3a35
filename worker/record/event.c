#include "record/event.h"

#include <assert.h>

#include "record/evidence.h"
#include "record/writer.h"

static void write_place(struct writer *writer, const struct place *place)
{
    writer->form->key(writer, STR("place"));
    writer->form->option(writer, place->told);
    if (!place->told)
        return;
    bool located = place->geonames_id != 0;
    writer->form->record_begin(writer);
    writer_text(writer, "text", place->text);
    writer_optional_text(writer, "venue", place->venue);
    writer_optional_text(writer, "city", place->city);
    writer_optional_text(writer, "city_name", place->city_name);
    writer_optional_text(writer, "country", str_of(place->country));
    writer_optional_integer(writer, "geonames_id", place->geonames_id);
    writer_optional_real(writer, "latitude", place->latitude, located);
    writer_optional_real(writer, "longitude", place->longitude, located);
    writer_symbol(writer, "basis", (int)place->basis, place_basis_name(place->basis));
    writer->form->record_end(writer);
}

static void write_participant(struct writer *writer, const struct participant *participant)
{
    writer->form->record_begin(writer);
    writer_optional_text(writer, "name", participant->name);
    writer_symbol(writer, "type", (int)participant->type, party_type_name(participant->type));
    writer_optional_text(writer, "role", participant->role);
    writer_symbol(writer, "rank", (int)participant->rank, rank_name(participant->rank));
    writer_optional_text(writer, "country", str_of(participant->country));
    writer_optional_text(writer, "organization", participant->organization);
    writer_symbol(writer, "part", (int)participant->part, part_name(participant->part));
    writer_array(writer, "forms", participant->form_count);
    for (size_t i = 0; i < participant->form_count; i++)
        writer->form->text(writer, participant->forms[i]);
    writer->form->array_end(writer);
    writer->form->record_end(writer);
}

static void write_participants(struct writer *writer, const struct meeting *meeting)
{
    writer_array(writer, "participants", meeting->participant_count);
    for (size_t i = 0; i < meeting->participant_count; i++)
        write_participant(writer, &meeting->participants[i]);
    writer->form->array_end(writer);
}

static void write_topics(struct writer *writer, const struct meeting *meeting)
{
    writer_array(writer, "topics", meeting->topic_count);
    for (size_t i = 0; i < meeting->topic_count; i++)
        writer->form->symbol(writer, (int)meeting->topics[i], topic_name(meeting->topics[i]));
    writer->form->array_end(writer);
}

static void write_outcomes(struct writer *writer, const struct meeting *meeting)
{
    writer_array(writer, "outcomes", meeting->outcome_count);
    for (size_t i = 0; i < meeting->outcome_count; i++) {
        const struct outcome *outcome = &meeting->outcomes[i];
        writer->form->record_begin(writer);
        writer_symbol(writer, "type", (int)outcome->type, outcome_type_name(outcome->type));
        writer_text(writer, "text", outcome->text);
        writer->form->record_end(writer);
    }
    writer->form->array_end(writer);
}

static void write_relations(struct writer *writer, const struct extraction *extraction,
                            const struct meeting *meeting)
{
    writer_array(writer, "relations", meeting->relation_count);
    for (size_t i = 0; i < meeting->relation_count; i++) {
        const struct relation *relation = &meeting->relations[i];
        assert(relation->meeting < extraction->meeting_count);
        const char *other = extraction->meetings[relation->meeting].event_id;
        writer->form->record_begin(writer);
        writer_symbol(writer, "type", (int)relation->type, relation_type_name(relation->type));
        writer_text(writer, "event_id", str_of(other));
        writer->form->record_end(writer);
    }
    writer->form->array_end(writer);
}

static void write_evidence(struct writer *writer, const struct meeting *meeting)
{
    static const char *const sources[] = {[SOURCE_TITLE] = "TITLE", [SOURCE_BODY] = "BODY"};
    writer_array(writer, "evidence", meeting->evidence_count);
    for (size_t i = 0; i < meeting->evidence_count; i++) {
        const struct evidence *evidence = &meeting->evidence[i];
        writer->form->record_begin(writer);
        char path[EVIDENCE_PATH_SIZE];
        evidence_path(evidence, path);
        writer_text(writer, "field", str_of(path));
        writer_symbol(writer, "source", (int)evidence->source, sources[evidence->source]);
        writer_integer(writer, "begin", evidence->begin);
        writer_integer(writer, "end", evidence->end);
        writer_text(writer, "quote", evidence->quote);
        writer->form->record_end(writer);
    }
    writer->form->array_end(writer);
}

static void write_article(struct writer *writer, const struct event_context *context)
{
    const struct article *article = context->article;
    writer->form->key(writer, STR("article"));
    writer->form->record_begin(writer);
    writer_text(writer, "id", article->id);
    writer_optional_text(writer, "url", article->url);
    writer_optional_text(writer, "source", article->source);
    writer_optional_text(writer, "language", context->extraction->language);
    writer->form->key(writer, STR("published_at"));
    writer->form->option(writer, article->published.told);
    if (article->published.told)
        writer->form->integer(writer, article->published.instant_ms);
    writer_optional_text(writer, "title", article->title);
    writer->form->record_end(writer);
}

static void write_when(struct writer *writer, const struct meeting *meeting)
{
    writer_optional_text(writer, "start", str_of(meeting->start.text));
    writer_optional_text(writer, "end", str_of(meeting->end.text));
    writer_optional_text(writer, "start_time", str_of(meeting->start_time));
    writer_optional_text(writer, "previous_start", str_of(meeting->previous_start.text));
    writer_optional_text(writer, "date_text", meeting->date_text);
    writer_symbol(writer, "date_basis", (int)meeting->date_basis,
                  date_basis_name(meeting->date_basis));
}

/* The order is that of schemas/meeting_event.avsc. */
static void write_event(struct writer *writer, const struct event_context *context, size_t index)
{
    assert(index < context->extraction->meeting_count);
    const struct meeting *meeting = &context->extraction->meetings[index];
    writer->form->record_begin(writer);
    writer_text(writer, "event_id", str_of(meeting->event_id));
    writer_optional_text(writer, "meeting_key", meeting->meeting_key);
    writer_symbol(writer, "kind", (int)meeting->kind, meeting_kind_name(meeting->kind));
    writer_symbol(writer, "status", (int)meeting->status, meeting_status_name(meeting->status));
    writer_symbol(writer, "mode", (int)meeting->mode, meeting_mode_name(meeting->mode));
    writer_optional_text(writer, "name", meeting->name);
    writer_optional_text(writer, "series", meeting->series);
    writer_optional_integer(writer, "edition", meeting->edition);
    write_when(writer, meeting);
    write_place(writer, &meeting->place);
    write_participants(writer, meeting);
    write_topics(writer, meeting);
    write_outcomes(writer, meeting);
    write_relations(writer, context->extraction, meeting);
    writer_optional_text(writer, "cameo_code", str_of(meeting->cameo_code));
    write_evidence(writer, meeting);
    writer->form->key(writer, STR("confidence"));
    writer->form->real32(writer, meeting->confidence);
    write_article(writer, context);
    writer_text(writer, "extractor", context->extraction->extractor);
    writer->form->record_end(writer);
}

int event_avro(const struct event_context *context, size_t index, const struct framing *framing,
               struct arena *arena, struct str *ret_bytes)
{
    struct writer writer = writer_in(&WRITER_AVRO, arena);
    buffer_add(&writer.out, str_make((const char *)framing->bytes, framing->len));
    write_event(&writer, context, index);
    return buffer_finish(&writer.out, ret_bytes);
}

int event_json(const struct event_context *context, size_t index, struct arena *arena,
               struct str *ret_line)
{
    struct writer writer = writer_in(&WRITER_JSON, arena);
    write_event(&writer, context, index);
    return buffer_finish(&writer.out, ret_line);
}

int article_events_json(const struct event_context *context, struct arena *arena,
                        struct str *ret_line)
{
    struct writer writer = writer_in(&WRITER_JSON, arena);
    writer.form->record_begin(&writer);
    writer_text(&writer, "id", context->article->id);
    writer_array(&writer, "events", context->extraction->meeting_count);
    for (size_t i = 0; i < context->extraction->meeting_count; i++)
        write_event(&writer, context, i);
    writer.form->array_end(&writer);
    writer.form->record_end(&writer);
    return buffer_finish(&writer.out, ret_line);
}
