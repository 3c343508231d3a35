/*
 * language.h -- which languages there are, and which one a text is in.
 */
#ifndef PACK_LANGUAGE_H
#define PACK_LANGUAGE_H

#include <stddef.h>

#include "base/fault.h"
#include "base/str.h"
#include "pack/pack.h"

enum { LANGUAGES_MAX = 64, LANGUAGE_NAME_MAX = 12 };

struct languages {
    char at[LANGUAGES_MAX][LANGUAGE_NAME_MAX]; /* "en", "fr": sorted */
    size_t count;
};

/*
 * Lists the folders of lang_dir that have a pack.txt; those that begin with '_' are patterns for
 * new ones.  Returns 0; FAULT_FILE when lang_dir can't be read; FAULT_PACK when it has no pack.
 */
int languages_list(const char *lang_dir, struct languages *ret_languages, struct fault *ret_fault);

/*
 * The pack whose function words (word class `stopword`) the beginning of the text uses most, or
 * NULL: too few of any, or no room in arena.  The packs are asked in turn, each with its own way to
 * cut words.  texts are title and body.
 */
const struct pack *language_detect(const struct pack *const *packs, size_t count,
                                   struct arena *arena, const struct str texts[2]);

#endif
