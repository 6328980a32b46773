/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two versions of a case are compared. Private to the client room. */
#pragma once

#include "yc-catalog.h"
#include "yc-form.h"
#include "yc-difference.h"

G_BEGIN_DECLS

GListModel *yc_difference_list (YcCatalog  *catalog,
                                const char *item_code,
                                JsonObject *ours,
                                JsonObject *theirs);

/* Adds what differs, nothing when both say the same; (nullable): what one of both does not have. */
void        yc_difference_add        (GListStore *list,
                                      const char *title,
                                      const char *ours,
                                      const char *theirs);
/* Adds what differs about a person; numbers are masked. */
void        yc_difference_add_people (GListStore *list,
                                      JsonObject *ours,
                                      JsonObject *theirs);

/* (transfer full): a field of a submission as people call it, from its JSON Pointer. */
char       *yc_difference_name (YcItem     *item,
                                YcForm     *form,
                                const char *pointer);

G_END_DECLS
