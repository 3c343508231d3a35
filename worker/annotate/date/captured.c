#include "annotate/date/captured.h"

#include "annotate/look.h"

int32_t captured_number_in(struct str text)
{
    enum { FIGURES_MAX = 9 }; /* more would not fit */
    const bool negative = text.len > 0 && text.at[0] == '-';
    int32_t number = 0;
    size_t i = negative;
    while (i < text.len && i < FIGURES_MAX && text.at[i] >= '0' && text.at[i] <= '9')
        number = number * 10 + (text.at[i++] - '0');
    if (i == negative)
        return CAPTURED_NOTHING;
    return negative ? -number : number;
}

struct str captured_column(const struct document *document, const struct annotation *annotation,
                           enum capture_name name, unsigned column)
{
    const struct capture *capture = look_capture(annotation, name);
    if (!capture || !capture->annotation || !capture->annotation->value)
        return (struct str){NULL, 0};
    return pack_column(document->pack, capture->annotation->value, column);
}

int32_t captured_number(const struct document *document, const struct annotation *annotation,
                        enum capture_name name)
{
    const struct capture *capture = look_capture(annotation, name);
    if (!capture)
        return pack_rule_number(document->pack, annotation->rule, name, CAPTURED_NOTHING);
    if (capture->annotation && capture->annotation->value)
        return captured_number_in(captured_column(document, annotation, name, 0));
    const struct token *token = look_token(document, capture->begin);
    return token->number >= 0 ? token->number : CAPTURED_NOTHING;
}

int32_t captured_number_or(const struct document *document, const struct annotation *annotation,
                           enum capture_name name, int32_t otherwise)
{
    const int32_t number = captured_number(document, annotation, name);
    return number == CAPTURED_NOTHING ? otherwise : number;
}

bool captured_word_is(const struct document *document, const struct annotation *annotation,
                      enum capture_name name, const char *word)
{
    return str_equal(pack_rule_word(document->pack, annotation->rule, name), str_of(word));
}
