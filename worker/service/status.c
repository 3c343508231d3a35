#include "service/status.h"

#include "base/embedded.h"
#include "base/utf8.h"
#include "record/page.h"
#include "record/writer.h"
#include "service/probes.h"
#include "service/vitals.h"

enum { FIGURES_CAP = 1 << 20, INTERNAL_ERROR = 500 };

const struct http_header STATUS_HEADERS[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
     "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
     "require-trusted-types-for 'script'; trusted-types 'none'"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {NULL, NULL},
};

static void body_put(struct http_reply *reply, struct str text)
{
    fwrite(text.at, 1, text.len, reply->body);
}

void status_file(const void *name, struct http_reply *reply)
{
    const struct embedded *file = embedded_find(EMBEDDED_STATUS, name);
    if (file)
        body_put(reply, embedded_text(file));
    else
        reply->status = INTERNAL_ERROR;
}

void status_style(const void *self, struct http_reply *reply)
{
    struct arena *arena = arena_new(FIGURES_CAP);
    struct str style = {NULL, 0};
    (void)self;
    if (arena && page_style(arena, &style) == 0)
        body_put(reply, style);
    else
        reply->status = INTERNAL_ERROR;
    arena_free(arena);
}

/* What others wrote may have been cut within a character. */
static void text_field(struct writer *writer, const char *name, const char *text)
{
    struct str whole = str_of(text ? text : "");
    writer_text(writer, name, str_make(whole.at, utf8_valid_prefix(whole)));
}

static void state_write(struct writer *writer, const struct vitals *vitals)
{
    const struct probe_state state = probe_work(vitals);
    text_field(writer, "instance", vitals->instance);
    text_field(writer, "topic", vitals->topic);
    text_field(writer, "group", vitals->group);
    text_field(writer, "version", MEETINGD_VERSION);
    writer_integer(writer, "partitions",
                   (int64_t)atomic_load(&vitals->counters->partitions_assigned));
    writer_integer(writer, "ready", state.well);
    text_field(writer, "reason", state.reason);
    writer_integer(writer, "last_commit_ms", atomic_load(&vitals->counters->last_commit_ms));
}

/* Rows instead of objects: the names would be most of it. */
static void sample_write(struct writer *writer, const struct sample *sample)
{
    writer->form->array_begin(writer, 0);
#define X(name, what) writer->form->integer(writer, sample->name);
    SAMPLE_MAP(X)
#undef X
    writer->form->array_end(writer);
}

static void columns_write(struct writer *writer)
{
    writer_array(writer, "columns", 0);
#define X(name, what) writer->form->text(writer, STR(#name));
    SAMPLE_MAP(X)
#undef X
    writer->form->array_end(writer);
}

static void samples_write(struct writer *writer, const struct vitals *vitals)
{
    struct sample *samples = ARENA_ARRAY(writer->out.arena, struct sample, HISTORY_SAMPLES);
    columns_write(writer);
    size_t count = samples && vitals->history ? history_copy(vitals->history, samples) : 0;
    writer_array(writer, "samples", count);
    for (size_t i = 0; i < count; i++)
        sample_write(writer, &samples[i]);
    writer->form->array_end(writer);
}

static void letters_write(struct writer *writer, const struct vitals *vitals)
{
    struct letter_note *notes = ARENA_ARRAY(writer->out.arena, struct letter_note, RECENT_LETTERS);
    size_t count = notes && vitals->recent ? recent_letters_copy(vitals->recent, notes) : 0;
    writer_array(writer, "letters", count);
    for (size_t i = 0; i < count; i++) {
        writer->form->record_begin(writer);
        text_field(writer, "topic", notes[i].topic);
        writer_integer(writer, "partition", notes[i].partition);
        writer_integer(writer, "offset", notes[i].offset);
        writer_integer(writer, "at_ms", notes[i].at_ms);
        text_field(writer, "reason", notes[i].reason);
        text_field(writer, "text", notes[i].text);
        writer->form->record_end(writer);
    }
    writer->form->array_end(writer);
}

void status_figures(const void *self, struct http_reply *reply)
{
    const struct vitals *vitals = self;
    struct arena *arena = arena_new(FIGURES_CAP);
    struct str json = {NULL, 0};
    if (!arena) {
        reply->status = INTERNAL_ERROR;
        return;
    }
    struct writer writer = writer_in(&WRITER_JSON, arena);
    writer.form->record_begin(&writer);
    state_write(&writer, vitals);
    samples_write(&writer, vitals);
    letters_write(&writer, vitals);
    writer.form->record_end(&writer);
    if (buffer_finish(&writer.out, &json) == 0)
        body_put(reply, json);
    else
        reply->status = INTERNAL_ERROR;
    arena_free(arena);
}

void status_recent(const void *self, struct http_reply *reply)
{
    const struct vitals *vitals = self;
    fputs("<!DOCTYPE html><title>Latest articles</title>\n", reply->body);
    if (vitals->recent)
        recent_pages_write(vitals->recent, reply->body);
}
