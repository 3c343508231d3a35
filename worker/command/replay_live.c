#include "command/replay_live.h"

#include <inttypes.h>
#include <stdio.h>

#include "stream/live.h"

static bool knows(const void *self, struct str extractor)
{
    const struct engine *engine = self;
    const char *own;
    for (size_t i = 0; (own = engine_extractor(engine, i)); i++)
        if (str_equal(str_of(own), extractor))
            return true;
    return false;
}

static void live_print(const struct live *live, const char *group)
{
    if (live->behind > 0)
        fprintf(stderr,
                "warning: the live group %s has not read %" PRId64
                " offsets of this range yet: it writes their events again when it does\n",
                group, live->behind);
    if (live->extractor[0])
        fprintf(stderr,
                "warning: the live workers extract with %s, this is another version: what they "
                "write from now on will differ from what this replay writes\n",
                live->extractor);
}

void replay_live_warn(const struct worker *worker, const struct plan *plan, const char *group)
{
    struct live live;
    struct fault fault;
    struct stream_options options = worker->options;
    const struct acquaintance acquaintance = {worker->schemas, worker->engine, knows};
    options.group = group;
    options.bounded = false;
    int code = live_look(&options, plan, &acquaintance, &live, &fault);
    if (code)
        fprintf(stderr, "warning: can't see what the live group does: %s\n", fault.text);
    else
        live_print(&live, group);
}
