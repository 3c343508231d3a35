#include "pack/trie.h"

#include "base/fault.h"
#include "base/grow.h"

enum { FIRST_EDGES = 1024 };

static int node_add(struct trie *trie, struct arena *arena)
{
    if (!GROW(arena, trie->nodes, trie->node_count, trie->node_room))
        return FAULT_MEMORY;
    trie->node_count++;
    return 0;
}

int trie_open(struct trie *trie, struct arena *arena)
{
    *trie = (struct trie){.mask = FIRST_EDGES - 1, .entry_count = 1};
    trie->edges = ARENA_ARRAY(arena, struct trie_edge, FIRST_EDGES);
    if (!trie->edges || node_add(trie, arena))
        return FAULT_MEMORY;
    return 0;
}

static void edge_put(struct trie_edge *edges, uint32_t mask, struct trie_edge edge)
{
    uint32_t i = trie_hash(edge.node, edge.word) & mask;
    while (edges[i].child)
        i = (i + 1) & mask;
    edges[i] = edge;
}

static int trie_widen(struct trie *trie, struct arena *arena)
{
    if ((trie->edge_count + 1) * 2 <= trie->mask)
        return 0;
    uint32_t count = (trie->mask + 1) * 2;
    struct trie_edge *edges = ARENA_ARRAY(arena, struct trie_edge, count);
    if (!edges)
        return FAULT_MEMORY;
    for (uint32_t i = 0; i <= trie->mask; i++)
        if (trie->edges[i].child)
            edge_put(edges, count - 1, trie->edges[i]);
    trie->edges = edges;
    trie->mask = count - 1;
    return 0;
}

int trie_child(struct trie *trie, struct arena *arena, uint32_t node, uint32_t word,
               uint32_t *ret_node)
{
    uint32_t child = trie_step(trie, node, &trie->nodes[node], word);
    if (!child) {
        if (trie_widen(trie, arena) || node_add(trie, arena))
            return FAULT_MEMORY;
        child = (uint32_t)trie->node_count - 1;
        edge_put(trie->edges, trie->mask, (struct trie_edge){node, word, child});
        trie->edge_count++;
        trie->nodes[node].filter |= UINT64_C(1) << word % 64;
    }
    *ret_node = child;
    return 0;
}

/* Behind the others, so that entries stand in the order of the files. */
int trie_add(struct trie *trie, struct arena *arena, uint32_t node, const struct trie_entry *entry)
{
    if (!GROW(arena, trie->entries, trie->entry_count, trie->entry_room))
        return FAULT_MEMORY;
    uint32_t number = (uint32_t)trie->entry_count++;
    trie->entries[number] = *entry;
    trie->entries[number].next = 0;
    uint32_t *link = &trie->nodes[node].head;
    while (*link)
        link = &trie->entries[*link].next;
    *link = number;
    return 0;
}

/* Lays the entries of each node side by side, so that one look into memory finds them. */
static int entries_gather(struct trie *trie, struct arena *arena)
{
    struct trie_entry *gathered = ARENA_ROOM(arena, struct trie_entry, trie->entry_count);
    uint32_t count = 1;
    if (!gathered)
        return FAULT_MEMORY;
    for (size_t node = 0; node < trie->node_count; node++) {
        uint32_t from = trie->nodes[node].head;
        trie->nodes[node].head = from ? count : 0;
        for (; from; from = trie->entries[from].next, count++) {
            gathered[count] = trie->entries[from];
            gathered[count].next = trie->entries[from].next ? count + 1 : 0;
        }
    }
    trie->entries = gathered;
    return 0;
}

int trie_close(struct trie *trie, struct arena *arena, struct word *words, size_t word_count)
{
    if (entries_gather(trie, arena))
        return FAULT_MEMORY;
    for (uint32_t i = 0; i <= trie->mask; i++) {
        const struct trie_edge *edge = &trie->edges[i];
        if (!edge->child || edge->node != 0)
            continue;
        words[edge->word].root = edge->child;
        words[edge->word].first = trie->nodes[edge->child];
    }
    trie->words = words;
    trie->word_count = word_count;
    return 0;
}
