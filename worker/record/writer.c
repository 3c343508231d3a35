#include "record/writer.h"

void writer_text(struct writer *writer, const char *name, struct str text)
{
    writer->form->key(writer, str_of(name));
    writer->form->text(writer, text);
}

void writer_optional_text(struct writer *writer, const char *name, struct str text)
{
    writer->form->key(writer, str_of(name));
    writer->form->option(writer, !str_empty(text));
    if (!str_empty(text))
        writer->form->text(writer, text);
}

void writer_integer(struct writer *writer, const char *name, int64_t value)
{
    writer->form->key(writer, str_of(name));
    writer->form->integer(writer, value);
}

void writer_optional_integer(struct writer *writer, const char *name, int64_t value)
{
    writer->form->key(writer, str_of(name));
    writer->form->option(writer, value != 0);
    if (value != 0)
        writer->form->integer(writer, value);
}

void writer_optional_real(struct writer *writer, const char *name, double value, bool told)
{
    writer->form->key(writer, str_of(name));
    writer->form->option(writer, told);
    if (told)
        writer->form->real64(writer, value);
}

void writer_symbol(struct writer *writer, const char *name, int index, const char *symbol)
{
    writer->form->key(writer, str_of(name));
    writer->form->symbol(writer, index, symbol);
}

void writer_array(struct writer *writer, const char *name, size_t count)
{
    writer->form->key(writer, str_of(name));
    writer->form->array_begin(writer, count);
}
