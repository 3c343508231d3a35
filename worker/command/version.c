#include <stdio.h>

#include <bson/bson.h>
#include <libxml/xmlversion.h>
#include <unicode/uvernum.h>
#include <yajl/yajl_version.h>

#include "command/common.h"
#include "stream/library.h"

static void packs_print(const struct invocation *invocation)
{
    struct settings *settings = NULL;
    struct engine *engine = NULL;
    if (invocation_settings(invocation, &settings) != EXIT_DONE)
        return;
    if (invocation_engine(settings, &engine) == EXIT_DONE)
        printf("language packs %s (%s)\n", engine_languages(engine), lang_folder(settings));
    engine_free(engine);
    settings_free(settings);
}

static int version_run(const struct invocation *invocation)
{
    printf("meetingd %s\n", MEETINGD_VERSION);
    packs_print(invocation);
    int yajl = yajl_version();
    printf("librdkafka %s, libbson %s, yajl %d.%d.%d, libxml2 %s, ICU %s\n", library_version(),
           bson_get_version(), yajl / 10000, yajl / 100 % 100, yajl % 100, LIBXML_DOTTED_VERSION,
           U_ICU_VERSION);
    return EXIT_DONE;
}

const struct command version_command = {
    .name = "version",
    .summary = "print the versions of the program, its packs and its libraries",
    .description = "Prints the versions of the program, of the language packs that it finds, and\n"
                   "of the libraries that it runs with.\n",
    .run = version_run,
};
