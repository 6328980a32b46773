/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small tools for making IPP requests and reading answers. */
#include "yc-cups-ipp.h"

static void
add_uri (ipp_t      *request,
         ipp_tag_t   group,
         const char *attribute,
         const char *folder,
         const char *name)
{
  char uri[HTTP_MAX_URI];

  httpAssembleURIf (HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", NULL, "localhost", 0, "/%s/%s",
                    folder, name);
  ippAddString (request, group, IPP_TAG_URI, attribute, NULL, uri);
}

ipp_t *
yc_cups_ipp_new_printer_request (ipp_op_t    op,
                                 const char *printer)
{
  ipp_t *request = ippNewRequest (op);

  yc_cups_ipp_add_printer_uri (request, IPP_TAG_OPERATION, "printer-uri", printer);
  yc_cups_ipp_add_user (request);
  return request;
}

ipp_t *
yc_cups_ipp_new_job_request (ipp_op_t op,
                             int      job_id)
{
  ipp_t *request = ippNewRequest (op);
  g_autofree char *number = g_strdup_printf ("%d", job_id);

  add_uri (request, IPP_TAG_OPERATION, "job-uri", "jobs", number);
  yc_cups_ipp_add_user (request);
  return request;
}

void
yc_cups_ipp_add_printer_uri (ipp_t      *request,
                             ipp_tag_t   group,
                             const char *attribute,
                             const char *printer)
{
  add_uri (request, group, attribute, "printers", printer);
}

void
yc_cups_ipp_add_user (ipp_t *request)
{
  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL,
                cupsUser ());
}

void
yc_cups_ipp_ask_for (ipp_t             *request,
                     const char *const *names)
{
  ippAddStrings (request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                 (int) g_strv_length ((char **) names), NULL, names);
}

char *
yc_cups_ipp_dup_string (ipp_attribute_t *attribute)
{
  const char *s = ippGetString (attribute, 0, NULL);

  return g_utf8_make_valid (s != NULL ? s : "", -1);
}

char *
yc_cups_ipp_dup_printer_name (ipp_attribute_t *attribute)
{
  const char *uri = ippGetString (attribute, 0, NULL);
  const char *slash = uri != NULL ? strrchr (uri, '/') : NULL;
  char *name = slash != NULL ? g_uri_unescape_string (slash + 1, NULL) : NULL;

  return name != NULL ? name : g_strdup ("");
}

char *
yc_cups_ipp_find_string (ipp_t      *answer,
                         const char *name)
{
  return yc_cups_ipp_dup_string (ippFindAttribute (answer, name, IPP_TAG_ZERO));
}

char **
yc_cups_ipp_dup_strings (ipp_attribute_t *attribute)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = 0; i < ippGetCount (attribute); i++)
    {
      const char *s = ippGetString (attribute, i, NULL);

      if (s != NULL && !g_str_equal (s, "none"))
        g_strv_builder_add (builder, s);
    }
  return g_strv_builder_end (builder);
}

char **
yc_cups_ipp_find_strings (ipp_t      *answer,
                          const char *name)
{
  return yc_cups_ipp_dup_strings (ippFindAttribute (answer, name, IPP_TAG_ZERO));
}

int
yc_cups_ipp_find_enum (ipp_t      *answer,
                       const char *name)
{
  return ippGetInteger (ippFindAttribute (answer, name, IPP_TAG_ENUM), 0);
}
