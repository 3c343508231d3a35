#include "annotate/person/site.h"

#include <stddef.h>

/* Labels of domains, as registries have given them out: no words of a language. */
static const char *const OFFICIAL[] = {"gov", "gob", "gouv", "govt", "gub", "go", "gc", "mil"};

/* States whose domain whoever likes its letters takes. */
static const char *const SOLD[] = {"io", "co", "tv", "me", "ai", "fm", "cc", "ws", "ly",
                                   "to", "la", "nu", "tk", "cf", "gq", "gl", "eu"};

static bool is_one_of(struct str label, const char *const *labels, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(label, str_of(labels[i])))
            return true;
    }
    return false;
}

/* The host of an address: what stands between "//" and the next mark. */
static struct str host_of(struct str url)
{
    size_t begin = 0;
    while (begin + 1 < url.len && !(url.at[begin] == '/' && url.at[begin + 1] == '/'))
        begin++;
    begin += 2;
    size_t end = begin;
    while (end < url.len && url.at[end] != '/' && url.at[end] != ':' && url.at[end] != '?')
        end++;
    return begin < url.len ? str_make(url.at + begin, end - begin) : STR("");
}

/* The last label of a host, which is shortened by it. */
static struct str label_take(struct str *host)
{
    size_t begin = host->len;
    while (begin > 0 && host->at[begin - 1] != '.')
        begin--;
    const struct str label = str_make(host->at + begin, host->len - begin);
    host->len = begin > 0 ? begin - 1 : 0;
    return label;
}

static void code_write(char a, char b, char ret_country[3])
{
    enum { SMALL = 'a' - 'A' };
    ret_country[0] = (char)(a - SMALL);
    ret_country[1] = (char)(b - SMALL);
    ret_country[2] = '\0';
}

bool site_state(struct str url, char ret_country[3])
{
    struct str host = host_of(url);
    const struct str top = label_take(&host);
    ret_country[0] = '\0';
    if (str_equal(top, STR("gov")) || str_equal(top, STR("mil"))) {
        code_write('u', 's', ret_country);
        return true;
    }
    if (top.len != 2 || top.at[0] < 'a' || top.at[0] > 'z' || top.at[1] < 'a' || top.at[1] > 'z' ||
        is_one_of(top, SOLD, sizeof SOLD / sizeof *SOLD))
        return false;
    if (str_equal(top, STR("uk")))
        code_write('g', 'b', ret_country);
    else
        code_write(top.at[0], top.at[1], ret_country);
    return is_one_of(label_take(&host), OFFICIAL, sizeof OFFICIAL / sizeof *OFFICIAL);
}
