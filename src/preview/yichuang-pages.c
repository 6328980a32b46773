/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page server: opens, measures, draws and reads PDF documents and pictures for the program that
 * started it, over the socket that it was given, within bounds that it cannot leave. */
#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <unistd.h>

#include "yc-page-protocol.h"
#include "yc-pdf.h"
#include "yc-picture.h"
#include "yc-preview-error.h"
#include "yc-program.h"
#include "yc-sandbox.h"
#include "yc-shared-memory.h"

typedef struct
{
  GMainLoop  *loop;
  GHashTable *documents; /* number → PopplerDocument or, of one page, GdkPixbuf */
  guint       trimming;
} Server;

typedef struct
{
  const char *method;
  void (*answer) (GDBusMethodInvocation *invocation, GObject *document, GVariant *arguments);
} Method;

static GArray *
measure (GObject *document, GError **error)
{
  GArray *sizes;
  YcPdfSize size;

  if (!GDK_IS_PIXBUF (document))
    return yc_pdf_measure (POPPLER_DOCUMENT (document), error);
  size = yc_picture_measure (GDK_PIXBUF (document));
  sizes = g_array_new (FALSE, FALSE, sizeof size);
  return g_array_append_val (sizes, size);
}

static gboolean
render (GObject *document, guint page, double scale, YcPdfPicture *picture, GError **error)
{
  if (!GDK_IS_PIXBUF (document))
    return yc_pdf_render (POPPLER_DOCUMENT (document), page, scale, picture, error);
  if (page == 0)
    return yc_picture_render (GDK_PIXBUF (document), scale, picture, error);
  g_set_error (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_NO_PAGE,
               _("Page %u of the document cannot be read."), page + 1);
  return FALSE;
}

static char *
read_text (GObject *document, guint page, GError **error)
{
  return GDK_IS_PIXBUF (document) ? g_strdup ("")
                                  : yc_pdf_text (POPPLER_DOCUMENT (document), page, error);
}

static void
answer_load (GDBusMethodInvocation *invocation, GObject *document, GVariant *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sizes = measure (document, &error);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(dd)"));

  if (sizes == NULL)
    {
      g_dbus_method_invocation_return_gerror (invocation, error);
      return;
    }
  for (guint i = 0; i < sizes->len; i++)
    {
      const YcPdfSize *size = &g_array_index (sizes, YcPdfSize, i);

      g_variant_builder_add (&builder, "(dd)", size->width, size->height);
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(a(dd))", &builder));
}

static void
answer_render (GDBusMethodInvocation *invocation, GObject *document, GVariant *arguments)
{
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  g_autoptr (GError) error = NULL;
  YcPdfPicture picture;
  guint page;
  double scale;
  gboolean sent;

  g_variant_get_child (arguments, 3, "u", &page);
  g_variant_get_child (arguments, 4, "d", &scale);
  if (!render (document, page, scale, &picture, &error))
    {
      g_dbus_method_invocation_return_gerror (invocation, error);
      return;
    }
  sent = g_unix_fd_list_append (fds, picture.fd, &error) == 0;
  close (picture.fd);
  if (sent)
    g_dbus_method_invocation_return_value_with_unix_fd_list (
        invocation,
        g_variant_new ("(huuud)", 0, picture.width, picture.height, picture.stride, picture.scale),
        fds);
  else
    g_dbus_method_invocation_return_gerror (invocation, error);
}

static void
answer_text (GDBusMethodInvocation *invocation, GObject *document, GVariant *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  guint page;

  g_variant_get_child (arguments, 3, "u", &page);
  text = read_text (document, page, &error);
  valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  if (valid != NULL)
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(s)", valid));
  else
    g_dbus_method_invocation_return_gerror (invocation, error);
}

static char *
read_layout (GObject *document, guint page, GArray **areas, GError **error)
{
  if (!GDK_IS_PIXBUF (document))
    return yc_pdf_layout (POPPLER_DOCUMENT (document), page, areas, error);
  *areas = g_array_new (FALSE, FALSE, sizeof (YcPageArea));
  return g_strdup ("");
}

static void
answer_layout (GDBusMethodInvocation *invocation, GObject *document, GVariant *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) areas = NULL;
  g_autofree char *text = NULL;
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(dddd)"));
  guint page;

  g_variant_get_child (arguments, 3, "u", &page);
  text = read_layout (document, page, &areas, &error);
  if (text == NULL)
    {
      g_dbus_method_invocation_return_gerror (invocation, error);
      return;
    }
  for (guint i = 0; i < areas->len; i++)
    {
      const YcPageArea *area = &g_array_index (areas, YcPageArea, i);

      g_variant_builder_add (&builder, "(dddd)", area->left, area->top, area->right, area->bottom);
    }
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(sa(dddd))", text, &builder));
}

static const Method methods[] = {
  { "Load", answer_load },
  { "Render", answer_render },
  { "Text", answer_text },
  { "Layout", answer_layout },
};

static GObject *
open_document (Server *server, guint number, GDBusMethodInvocation *invocation, GVariant *arguments,
               GError **error)
{
  GDBusMessage *message = g_dbus_method_invocation_get_message (invocation);
  GUnixFDList *fds = g_dbus_message_get_unix_fd_list (message);
  const int *fd = fds != NULL ? g_unix_fd_list_peek_fds (fds, NULL) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) pdf = NULL;
  GObject *document;
  guint64 size;

  g_variant_get_child (arguments, 1, "t", &size);
  bytes = fd != NULL ? yc_shared_memory_map (fd[0], size, error) : NULL;
  if (bytes == NULL)
    return NULL;
  pdf = g_bytes_new_from_bytes (bytes, 0, size);
  document = yc_picture_is (pdf) ? (GObject *) yc_picture_open (pdf, error)
                                 : (GObject *) yc_pdf_open (pdf, error);
  if (document != NULL)
    g_hash_table_insert (server->documents, GUINT_TO_POINTER (number), document);
  return document;
}

static void
answer_for_document (Server *server, const Method *method, GDBusMethodInvocation *invocation,
                     GVariant *arguments)
{
  g_autoptr (GError) error = NULL;
  GObject *document;
  guint number;

  g_variant_get_child (arguments, 2, "u", &number);
  document = g_hash_table_lookup (server->documents, GUINT_TO_POINTER (number));
  if (document == NULL)
    document = open_document (server, number, invocation, arguments, &error);
  if (document != NULL)
    method->answer (invocation, document, arguments);
  else if (error != NULL)
    g_dbus_method_invocation_return_gerror (invocation, error);
  else
    g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR,
                                                   G_DBUS_ERROR_INVALID_ARGS, "No document");
}

static void
close_document (Server *server, GDBusMethodInvocation *invocation, GVariant *arguments)
{
  guint number;

  g_variant_get (arguments, "(u)", &number);
  g_hash_table_remove (server->documents, GUINT_TO_POINTER (number));
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static gboolean
trim_cb (gpointer user_data)
{
  Server *server = user_data;

  server->trimming = 0;
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

/* What drawing took is given back as soon as nobody asks for pages. */
static void
trim_later (Server *server)
{
  g_clear_handle_id (&server->trimming, g_source_remove);
  server->trimming = g_timeout_add (300, trim_cb, server);
}

/* Types of arguments were checked against the interface. */
static void
method_call_cb (GDBusConnection *connection, const char *sender, const char *path,
                const char *interface, const char *method, GVariant *arguments,
                GDBusMethodInvocation *invocation, gpointer user_data)
{
  Server *server = user_data;

  trim_later (server);
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_str_equal (method, methods[i].method))
      {
        answer_for_document (server, &methods[i], invocation, arguments);
        return;
      }
  close_document (server, invocation, arguments);
}

static void
closed_cb (GDBusConnection *connection, gboolean peer_vanished, GError *error, gpointer user_data)
{
  Server *server = user_data;

  g_main_loop_quit (server->loop);
}

static gboolean
serve (Server *server, GDBusConnection *connection, GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (YC_PAGES_XML, error);

  if (node == NULL ||
      g_dbus_connection_register_object (connection, YC_PAGES_PATH, node->interfaces[0], &vtable,
                                         server, NULL, error) == 0)
    return FALSE;
  g_signal_connect (connection, "closed", G_CALLBACK (closed_cb), server);
  g_dbus_connection_start_message_processing (connection);
  g_main_loop_run (server->loop);
  return TRUE;
}

static GDBusConnection *
connect_to_program (GError **error)
{
  g_autoptr (GSocket) socket = g_socket_new_from_fd (YC_PAGES_FD, error);
  g_autoptr (GSocketConnection) stream = NULL;
  g_autofree char *guid = g_dbus_generate_guid ();

  if (socket == NULL)
    return NULL;
  stream = g_socket_connection_factory_create_connection (socket);
  return g_dbus_connection_new_sync (
      G_IO_STREAM (stream), guid,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_SERVER |
          G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_REQUIRE_SAME_USER |
          G_DBUS_CONNECTION_FLAGS_DELAY_MESSAGE_PROCESSING,
      NULL, NULL, error);
}

/* What is loaded when it is first needed is loaded now: words, and decoders of pictures. */
static void
prepare (void)
{
  g_slist_free (gdk_pixbuf_get_formats ());
  /* Errors go by name from here on. */
  (void) YC_PREVIEW_ERROR;
  (void) _ ("The document is damaged and cannot be shown.");
}

static gboolean
enter_sandbox (int argc, char **argv, GError **error)
{
  gboolean fenced = argc == 2 && g_str_equal (argv[1], YC_PAGES_FENCED);

  return yc_sandbox_enter (fenced ? YC_SANDBOX_FILES_FENCED : yc_sandbox_find_files (), error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = NULL;
  Server server = { NULL };
  gboolean served = FALSE;

  yc_program_set_locale ();
  prepare ();
  if (enter_sandbox (argc, argv, &error))
    connection = connect_to_program (&error);
  server.loop = g_main_loop_new (NULL, FALSE);
  server.documents = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  if (connection != NULL)
    served = serve (&server, connection, &error);
  if (error != NULL)
    g_printerr ("yichuang-pages: %s\n", error->message);
  /* Nothing is left to be put away, and the program may send a SIGKILL at any moment from now on:
   * a leak sanitizer at work in it would leave a process that cannot be waited for. */
  _exit (served ? 0 : 1);
}
