/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog as the service uses it: any document in any version, read and compiled once. */
#pragma once

#include "yc-transaction.h"

#include "yc-certificate-template.h"
#include "yc-form.h"
#include "yc-schema.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_SHELF (yc_shelf_get_type ())

G_DECLARE_FINAL_TYPE (YcShelf, yc_shelf, YC, SHELF, GObject)

YcShelf               *yc_shelf_new            (void);
JsonObject            *yc_shelf_get            (YcShelf        *self,
                                                YcTransaction  *transaction,
                                                const char     *kind,
                                                const char     *id,
                                                gint64          version,
                                                GError        **error);
YcSchema              *yc_shelf_get_schema     (YcShelf        *self,
                                                YcTransaction  *transaction,
                                                const char     *form,
                                                gint64          version,
                                                GError        **error);
YcForm                *yc_shelf_get_form       (YcShelf        *self,
                                                YcTransaction  *transaction,
                                                const char     *form,
                                                gint64          version,
                                                GError        **error);
YcCertificateTemplate *yc_shelf_get_template   (YcShelf        *self,
                                                YcTransaction  *transaction,
                                                const char     *id,
                                                gint64          version,
                                                GError        **error);
char                  *yc_shelf_get_place_path (YcShelf        *self,
                                                YcTransaction  *transaction,
                                                const char     *place,
                                                GError        **error);

G_END_DECLS
