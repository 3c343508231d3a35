#include "record/receipt.h"

#include "record/writer.h"

const char *receipt_outcome_name(enum receipt_outcome outcome)
{
#define NAME_ROW(n) #n,
    static const char *const names[] = {RECEIPT_OUTCOME_MAP(NAME_ROW)};
#undef NAME_ROW
    return names[outcome];
}

/* JSON, not the parts in a row: ["a b", "c"] and ["a", "b c"] are two articles. */
int receipt_key(const struct receipt *receipt, struct arena *arena, struct str *ret_key)
{
    struct writer writer = writer_in(&WRITER_JSON, arena);
    writer.form->array_begin(&writer, 0);
    if (receipt->article) {
        writer.form->text(&writer, receipt->article->source);
        writer.form->text(&writer, receipt->article->id);
    } else {
        writer.form->text(&writer, receipt->topic);
        writer.form->integer(&writer, receipt->partition);
        writer.form->integer(&writer, receipt->offset);
    }
    writer.form->array_end(&writer);
    return buffer_finish(&writer.out, ret_key);
}

static void write_origin(struct writer *writer, const struct receipt *receipt)
{
    writer->form->key(writer, STR("origin"));
    writer->form->record_begin(writer);
    writer_text(writer, "topic", receipt->topic);
    writer_integer(writer, "partition", receipt->partition);
    writer_integer(writer, "offset", receipt->offset);
    writer->form->record_end(writer);
}

static void write_event_ids(struct writer *writer, const struct extraction *extraction)
{
    writer_array(writer, "event_ids", extraction->meeting_count);
    for (size_t i = 0; i < extraction->meeting_count; i++)
        writer->form->text(writer, str_of(extraction->meetings[i].event_id));
    writer->form->array_end(writer);
}

/* The order is that of schemas/article_receipt.avsc. */
static void write_receipt(struct writer *writer, const struct receipt *receipt, struct str key)
{
    static const struct article no_article;
    static const struct extraction no_extraction;
    const struct article *article = receipt->article ? receipt->article : &no_article;
    const struct extraction *extraction =
        receipt->extraction ? receipt->extraction : &no_extraction;
    writer->form->record_begin(writer);
    writer_text(writer, "article", key);
    writer_optional_text(writer, "source", article->source);
    writer_optional_text(writer, "id", article->id);
    writer_optional_text(writer, "url", article->url);
    writer_symbol(writer, "outcome", (int)receipt->outcome, receipt_outcome_name(receipt->outcome));
    writer_optional_text(writer, "reason", receipt->reason);
    write_origin(writer, receipt);
    write_event_ids(writer, extraction);
    writer_optional_text(writer, "language", extraction->language);
    writer_optional_text(writer, "extractor", extraction->extractor);
    writer->form->record_end(writer);
}

static int receipt_write(const struct receipt *receipt, struct writer *writer,
                         struct str *ret_bytes)
{
    struct str key;
    int fault = receipt_key(receipt, writer->out.arena, &key);
    if (fault)
        return fault;
    write_receipt(writer, receipt, key);
    return buffer_finish(&writer->out, ret_bytes);
}

int receipt_avro(const struct receipt *receipt, const struct framing *framing, struct arena *arena,
                 struct str *ret_bytes)
{
    struct writer writer = writer_in(&WRITER_AVRO, arena);
    buffer_add(&writer.out, str_make((const char *)framing->bytes, framing->len));
    return receipt_write(receipt, &writer, ret_bytes);
}

int receipt_json(const struct receipt *receipt, struct arena *arena, struct str *ret_line)
{
    struct writer writer = writer_in(&WRITER_JSON, arena);
    return receipt_write(receipt, &writer, ret_line);
}
