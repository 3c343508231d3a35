#include <stdio.h>
#include <stdlib.h>

#include "annotate/look.h"
#include "meeting/build/build.h"

/*
 * A key says "this meeting" in any language and any article.  Three things can:
 *
 * - a series, with its month ("the G7 summit"), or with its edition where the text has no day; one
 *   whose number is part of its name (COP31) needs neither;
 * - the bodies, states and regions in the name of a gathering, with its edition, else its month;
 * - the day and the states and bodies that met, with how they met and how high up: the ministers of
 *   two states can meet on the day on which their presidents do.
 *
 * Where it was is no part of it: of two articles on one meeting often only one tells that.
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
    char text[ID_MAX] = "";
    if (!id.len || ids->count == IDS_MAX)
        return;
    memcpy(text, id.at, id.len < ID_MAX ? id.len : ID_MAX - 1);
    for (unsigned i = 0; i < ids->count; i++) {
        if (strcmp(ids->at[i], text) == 0)
            return;
    }
    memcpy(ids->at[ids->count++], text, sizeof text);
}

static void ids_join(struct ids *ids, char *text, size_t size)
{
    size_t used = 0;
    qsort(ids->at, ids->count, sizeof ids->at[0], id_compare);
    for (unsigned i = 0; i < ids->count; i++) {
        if (i > 0 && used + 1 < size)
            text[used++] = '-';
        for (const char *c = ids->at[i]; *c && used + 1 < size; c++)
            text[used++] = *c;
    }
    text[used] = '\0';
}

/* What the name says by words of a kind, by what they are called in no language. */
static void named_ids(const struct builder *builder, uint16_t kind, struct ids *ids)
{
    const struct span name = builder->occasion->named->label.name;
    for (uint32_t t = name.begin; t < name.end;) {
        const struct annotation *found = look_at(builder->document, t, kind);
        if (found && found->end <= name.end)
            ids_add(ids, pack_column(builder->document->pack, found->value, 0));
        t = found && found->end <= name.end ? found->end : t + 1;
    }
}

/* Whether the id ends in the number of the occasion. */
static bool is_numbered(const char *id, int32_t edition)
{
    const size_t letters = strcspn(id, "0123456789");
    return edition > 0 && id[letters] && strtol(id + letters, NULL, 10) == edition;
}

static bool has_month(const struct meeting *meeting)
{
    return strlen(meeting->start.text) >= sizeof "2025-04" - 1;
}

static bool key_by_series(const struct builder *builder, char *key)
{
    const struct meeting *meeting = builder->meeting;
    struct ids ids = {.count = 0};
    named_ids(builder, LEXICON_SERIES, &ids);
    if (ids.count != 1 || meeting->kind == KIND_MINISTERIAL)
        return false;
    if (is_numbered(ids.at[0], meeting->edition))
        snprintf(key, KEY_MAX, "v1:%s", ids.at[0]);
    else if (has_month(meeting))
        snprintf(key, KEY_MAX, "v1:%s:%.7s", ids.at[0], meeting->start.text);
    else if (meeting->edition > 0)
        snprintf(key, KEY_MAX, "v1:%s:no%d", ids.at[0], meeting->edition);
    else
        return false;
    return true;
}

static bool key_by_name(const struct builder *builder, char *key)
{
    static const uint16_t kinds[] = {LEXICON_COUNTRY, LEXICON_ORGANIZATION, LEXICON_REGION,
                                     LEXICON_SERIES,  LEXICON_DEMONYM,      LEXICON_PORTFOLIO};
    const struct meeting *meeting = builder->meeting;
    char names[KEY_MAX / 2];
    struct ids ids = {.count = 0};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        named_ids(builder, kinds[i], &ids);
    const bool dated = has_month(meeting) && kind_is_gathering(builder->occasion->kind);
    if (ids.count == 0 || (meeting->edition <= 0 && !dated))
        return false;
    ids_join(&ids, names, sizeof names);
    if (meeting->edition > 0)
        snprintf(key, KEY_MAX, "v1:%s:no%d:%s", meeting_kind_name(meeting->kind), meeting->edition,
                 names);
    else
        snprintf(key, KEY_MAX, "v1:%s:%.7s:%s", meeting_kind_name(meeting->kind),
                 meeting->start.text, names);
    return true;
}

static const char *family_of(enum meeting_kind kind)
{
    return kind == KIND_CALL ? "CALL" : kind == KIND_VISIT ? "VISIT" : "MEETING";
}

/* How high up they met: by the highest of whom a rank is told; who is known by name alone is most
 * often at the top, and so are states that are told as such. */
static const char *level_of(const struct meeting *meeting)
{
    enum rank best = RANK_COUNT;
    for (unsigned i = 0; i < meeting->participant_count; i++) {
        const enum rank rank = meeting->participants[i].rank;
        if (rank != RANK_NONE && rank < best)
            best = rank;
    }
    if (meeting->kind == KIND_NEGOTIATION)
        return "TALKS";
    return best == RANK_COUNT || best <= RANK_HEAD_OF_GOVERNMENT ? "HEADS"
           : best <= RANK_FOREIGN_MINISTER                       ? "DIPLOMACY"
                                                                 : "OTHERS";
}

/* The bodies that take part, as far as a list has them. */
static void body_ids(const struct builder *builder, struct ids *ids)
{
    for (unsigned i = 0; i < builder->occasion->party_count; i++) {
        const struct party *party = builder->occasion->parties[i].party;
        if (party->organization && party->organization->kind == LEXICON_ORGANIZATION &&
            !party->country[0])
            ids_add(ids, pack_column(builder->document->pack, party->organization->value, 0));
    }
}

static bool key_by_day(const struct builder *builder, char *key)
{
    const struct meeting *meeting = builder->meeting;
    struct ids sides = {.count = 0};
    for (unsigned i = 0; i < meeting->participant_count; i++)
        ids_add(&sides, str_of(meeting->participants[i].country));
    body_ids(builder, &sides);
    if (meeting->kind == KIND_VISIT) /* who is visited is often not told but as the place */
        ids_add(&sides, str_of(meeting->place.country));
    if (strlen(meeting->start.text) != sizeof "2025-04-26" - 1 || sides.count < 2)
        return false;
    char names[KEY_MAX / 2];
    ids_join(&sides, names, sizeof names);
    snprintf(key, KEY_MAX, "v1:%s:%s:%s:%s", family_of(meeting->kind), level_of(meeting),
             meeting->start.text, names);
    return true;
}

void build_key(struct builder *builder)
{
    char key[KEY_MAX];
    const bool named =
        builder->occasion->named && (key_by_series(builder, key) || key_by_name(builder, key));
    if (!named && !key_by_day(builder, key))
        return;
    builder->meeting->meeting_key = arena_copy(builder->document->arena, str_of(key));
    builder->memory_out |= !builder->meeting->meeting_key.at;
}
