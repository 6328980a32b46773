/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of its own for one test, and waiting with a deadline. No GTK. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): the path of a fresh folder. */
char     *yc_test_folder_new    (void);
/* Deletes @path with all that is in it, and frees it. */
void      yc_test_folder_free   (char         *path);
/* Copies all that is in the folder @from into the folder @to, with its permissions. */
void      yc_test_folder_copy   (const char   *from,
                                 const char   *to);

/* Iterates the default main context until @condition or, after @seconds, fails the test. */
#define yc_test_wait_until(condition) \
  G_STMT_START { \
    gint64 yc_test_deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC; \
    while (!(condition)) \
      { \
        if (g_get_monotonic_time () > yc_test_deadline) \
          g_error ("%s:%d: waited 60 s in vain for: %s", __FILE__, __LINE__, #condition); \
        yc_test_iterate (); \
      } \
  } G_STMT_END

/* One turn of the default main context, at most 10 ms. */
void      yc_test_iterate       (void);

/* A GAsyncReadyCallback that keeps the result in the GAsyncResult * given as user data. */
void      yc_test_keep_result   (GObject      *source,
                                 GAsyncResult *result,
                                 gpointer      user_data);

typedef char YcTestFolder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTestFolder, yc_test_folder_free)

G_END_DECLS
