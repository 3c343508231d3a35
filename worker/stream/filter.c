#include "stream/filter.h"

#include <string.h>

static bool list_has(const char *list, struct str wanted)
{
    if (!list)
        return true;
    for (;;) {
        size_t len = strcspn(list, ",");
        if (str_equal(str_make(list, len), wanted))
            return true;
        if (!list[len])
            return false;
        list += len + 1;
    }
}

bool filter_is_open(const struct filter *filter)
{
    return !filter->ids && !filter->sources && !filter->languages;
}

bool filter_wants(const struct filter *filter, const struct article *article)
{
    return list_has(filter->ids, article->id) && list_has(filter->sources, article->source);
}

bool filter_wants_language(const struct filter *filter, struct str language)
{
    return list_has(filter->languages, language);
}
