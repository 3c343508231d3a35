#include "telemetry/recent.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"

enum { PERIOD_MS = 1000 };

struct page {
    size_t len; /* 0: none was kept here yet */
    char text[RECENT_PAGE_SIZE];
};

/* What was wanted, whether or not a page of it came. */
struct place {
    char topic[RECENT_TOPIC_SIZE];
    int32_t partition;
    int64_t offset;
};

struct recent {
    pthread_mutex_t lock; /* of all below */
    int64_t wanted_ms;    /* when an article was wanted last */
    unsigned number;      /* of articles that were */
    struct place places[RECENT_PAGES];
    size_t page_count; /* that were kept; modulo RECENT_PAGES, where the next one goes */
    struct page pages[RECENT_PAGES];
    size_t letter_count; /* the same of dead letters */
    struct letter_note letters[RECENT_LETTERS];
};

int recent_new(struct recent **ret_recent)
{
    struct recent *recent = calloc(1, sizeof *recent);
    if (!recent)
        return FAULT_MEMORY;
    pthread_mutex_init(&recent->lock, NULL);
    *ret_recent = recent;
    return 0;
}

void recent_free(struct recent *recent)
{
    if (!recent)
        return;
    pthread_mutex_destroy(&recent->lock);
    free(recent);
}

static bool place_is(const struct place *place, const struct recent_origin *origin)
{
    return place->offset == origin->offset && place->partition == origin->partition &&
           str_equal(str_of(place->topic), origin->topic);
}

static struct place place_of(const struct recent_origin *origin)
{
    struct place place = {.partition = origin->partition, .offset = origin->offset};
    size_t len = origin->topic.len < sizeof place.topic ? origin->topic.len : 0;
    memcpy(place.topic, origin->topic.len ? origin->topic.at : "", len);
    return place;
}

static bool shown(const struct recent *recent, const struct recent_origin *origin)
{
    for (size_t i = 0; i < RECENT_PAGES; i++)
        if (place_is(&recent->places[i], origin))
            return true;
    return false;
}

bool recent_wants(struct recent *recent, const struct recent_origin *origin, int64_t now_ms,
                  unsigned *ret_number)
{
    pthread_mutex_lock(&recent->lock);
    bool early = recent->number > 0 && now_ms - recent->wanted_ms < PERIOD_MS;
    bool wanted = !early && !shown(recent, origin);
    if (wanted) {
        recent->wanted_ms = now_ms;
        recent->places[recent->number % RECENT_PAGES] = place_of(origin);
        *ret_number = ++recent->number;
    }
    pthread_mutex_unlock(&recent->lock);
    return wanted;
}

void recent_keep(struct recent *recent, struct str text)
{
    if (str_empty(text) || text.len > RECENT_PAGE_SIZE)
        return;
    pthread_mutex_lock(&recent->lock);
    struct page *page = &recent->pages[recent->page_count++ % RECENT_PAGES];
    memcpy(page->text, text.at, text.len);
    page->len = text.len;
    pthread_mutex_unlock(&recent->lock);
}

static bool noted(const struct recent *recent, const struct letter_note *note)
{
    for (size_t i = 0; i < RECENT_LETTERS && i < recent->letter_count; i++) {
        const struct letter_note *other = &recent->letters[i];
        if (other->offset == note->offset && other->partition == note->partition &&
            strcmp(other->topic, note->topic) == 0)
            return true;
    }
    return false;
}

void recent_refuse(struct recent *recent, const struct letter_note *note)
{
    pthread_mutex_lock(&recent->lock);
    if (!noted(recent, note))
        recent->letters[recent->letter_count++ % RECENT_LETTERS] = *note;
    pthread_mutex_unlock(&recent->lock);
}

void recent_pages_write(struct recent *recent, FILE *out)
{
    pthread_mutex_lock(&recent->lock);
    for (size_t i = 0; i < RECENT_PAGES && i < recent->page_count; i++) {
        const struct page *page = &recent->pages[(recent->page_count - 1 - i) % RECENT_PAGES];
        fwrite(page->text, 1, page->len, out);
    }
    pthread_mutex_unlock(&recent->lock);
}

size_t recent_letters_copy(struct recent *recent, struct letter_note ret_notes[RECENT_LETTERS])
{
    pthread_mutex_lock(&recent->lock);
    size_t count = recent->letter_count < RECENT_LETTERS ? recent->letter_count : RECENT_LETTERS;
    for (size_t i = 0; i < count; i++)
        ret_notes[i] = recent->letters[(recent->letter_count - 1 - i) % RECENT_LETTERS];
    pthread_mutex_unlock(&recent->lock);
    return count;
}
