/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an item's form asks of a person's past: no more of it is told. */
#pragma once

#include "yc-work.h"

G_BEGIN_DECLS

typedef struct _YcPersonWishes YcPersonWishes;

/* (transfer full): nothing at all for an item that is not in the catalog or has no form */
YcPersonWishes *yc_person_wishes_new        (const YcWork   *work,
                                             const char     *item);
void            yc_person_wishes_free       (YcPersonWishes *self);
gboolean        yc_person_wishes_is_empty   (YcPersonWishes *self);
/* Whether anything of the item's own earlier case is asked. */
gboolean        yc_person_wishes_of_earlier (YcPersonWishes *self);
/* Whether anything of @item's certificate is asked. */
gboolean        yc_person_wishes_of_licence (YcPersonWishes *self,
                                             const char     *item);
/* (transfer full): of @form only what is asked; @item as above, NULL for the earlier case */
JsonObject     *yc_person_wishes_pick       (YcPersonWishes *self,
                                             const char     *item,
                                             JsonObject     *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcPersonWishes, yc_person_wishes_free)

G_END_DECLS
