#include "pack/build.h"
int rules_load(struct builder *builder)
{
    (void)builder;
    return 0;
}
int rules_settle(struct builder *builder)
{
    (void)builder;
    return 0;
}
