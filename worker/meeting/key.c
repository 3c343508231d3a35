#include <stdio.h>
#include <stdlib.h>

#include "annotate/look.h"
#include "meeting/build.h"

/*
 * A key says "this meeting" in any language and any article.  Two things can: a series with its
 * edition, told by the bodies, states and regions in its name; or the day, the place and the
 * countries that met.
 */

enum { KEY_MAX = 160, IDS_MAX = 8, ID_MAX = 24 };

struct ids {
    char at[IDS_MAX][ID_MAX];
    unsigned count;
};

static int id_compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void ids_add(struct ids *ids, struct str id)
{
    char text[ID_MAX];
    snprintf(text, sizeof text, "%.*s", (int)id.len, id.at);
    for (unsigned i = 0; i < ids->count; i++) {
        if (strcmp(ids->at[i], text) == 0)
            return;
    }
    if (id.len && ids->count < IDS_MAX)
        memcpy(ids->at[ids->count++], text, sizeof text);
}

static void ids_join(struct ids *ids, char *text, size_t size)
{
    qsort(ids->at, ids->count, sizeof ids->at[0], id_compare);
    text[0] = '\0';
    for (unsigned i = 0; i < ids->count; i++) {
        const size_t used = strlen(text);
        snprintf(text + used, size - used, "%s%s", i ? "-" : "", ids->at[i]);
    }
}

/* The bodies, states and regions in the name, by what they are called in no language. */
static struct ids named_ids(const struct builder *builder)
{
    static const uint16_t kinds[] = {LEXICON_COUNTRY, LEXICON_ORGANIZATION, LEXICON_REGION,
                                     LEXICON_SERIES, LEXICON_DEMONYM};
    const struct span name = builder->occasion->named->label.name;
    struct ids ids = {.count = 0};
    for (uint32_t t = name.begin; t < name.end; t++) {
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            const struct annotation *found = look_at(builder->document, t, kinds[i]);
            if (found && found->end <= name.end)
                ids_add(&ids, pack_column(builder->document->pack, found->value, 0));
        }
    }
    return ids;
}

static bool key_by_edition(const struct builder *builder, char *key)
{
    const struct meeting *meeting = builder->meeting;
    if (!builder->occasion->named || meeting->edition <= 0)
        return false;
    char names[KEY_MAX / 2];
    struct ids ids = named_ids(builder);
    if (ids.count == 0)
        return false;
    ids_join(&ids, names, sizeof names);
    snprintf(key, KEY_MAX, "v1:%s:%d:%s", meeting_kind_name(meeting->kind), meeting->edition,
             names);
    return true;
}

static const char *family_of(enum meeting_kind kind)
{
    return kind == KIND_CALL ? "CALL" : kind == KIND_VISIT ? "VISIT" : "MEETING";
}

static bool key_by_day(const struct builder *builder, char *key)
{
    const struct meeting *meeting = builder->meeting;
    struct ids countries = {.count = 0};
    for (unsigned i = 0; i < meeting->participant_count; i++)
        ids_add(&countries, str_of(meeting->participants[i].country));
    if (strlen(meeting->start.text) != sizeof "2025-04-26" - 1 || countries.count < 2)
        return false;
    char names[KEY_MAX / 2];
    ids_join(&countries, names, sizeof names);
    snprintf(key, KEY_MAX, "v1:%s:%s:%s:%s", family_of(meeting->kind), meeting->start.text,
             meeting->place.country[0] ? meeting->place.country : "-", names);
    return true;
}

void build_key(struct builder *builder)
{
    char key[KEY_MAX];
    if (!key_by_edition(builder, key) && !key_by_day(builder, key))
        return;
    builder->meeting->meeting_key = arena_copy(builder->document->arena, str_of(key));
    builder->memory_out |= !builder->meeting->meeting_key.at;
}
