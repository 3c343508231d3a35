#include "pack/example.h"

static size_t find_text(struct str text, struct str wanted)
{
    for (size_t i = 0; i + wanted.len <= text.len; i++)
        if (memcmp(text.at + i, wanted.at, wanted.len) == 0)
            return i;
    return text.len;
}

/* The last " on 2024-05-15" of text: where it begins, or the whole length. */
static size_t find_day(struct str text)
{
    const size_t len = sizeof " on 2024-05-15" - 1;
    if (text.len < len || memcmp(text.at + text.len - len, " on ", 4) != 0)
        return text.len;
    return text.len - len;
}

static int digits(const char *at, size_t count)
{
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (at[i] < '0' || at[i] > '9')
            return -1;
        number = number * 10 + (at[i] - '0');
    }
    return number;
}

static bool day_parse(const char *at, struct day *ret_day)
{
    int year = digits(at, 4), month = digits(at + 5, 2), day = digits(at + 8, 2);
    if (at[4] != '-' || at[7] != '-' || year < 1 || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    *ret_day = (struct day){(int16_t)year, (int8_t)month, (int8_t)day};
    return true;
}

int example_parse(struct row *row, struct example *example, struct fault *ret_fault)
{
    example->locus = row->locus;
    if (str_empty(row->text) || find_text(row->text, STR("-> ")) == 0)
        return locus_fault(row->locus, ret_fault, "the example has no text");
    size_t arrow = find_text(row->text, STR(" -> "));
    struct field text = row_cut(row, arrow);
    if (row->text.len) {
        row_cut(row, sizeof "->" - 1); /* the blank before it went with the text */
        example->expected = row->text;
    }
    size_t day = find_day(text.text);
    if (day < text.text.len) {
        if (!day_parse(text.text.at + day + 4, &example->on))
            return locus_fault(text.locus, ret_fault, "expected 'on' and a day: on 2024-05-15");
        text.text.len = day;
    }
    while (text.text.len && is_blank(text.text.at[text.text.len - 1]))
        text.text.len--;
    example->text = text.text;
    return 0;
}
