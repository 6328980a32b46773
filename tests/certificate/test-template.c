/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a template may say, and where its mistakes are. */
#include "yc-certificate-error.h"
#include "yc-test-sheet.h"

#define TEMPLATE(paragraphs) \
  "{'id':'t','type':'ZM01','title':'证明','paragraphs':[" paragraphs "]}"
#define TABLE(table) TEMPLATE ("{'table':" table "}")

static const struct
{
  const char *text;
  const char *pointer;
} mistakes[] = {
  { "[]", "()" },
  { "{'id':'t','title':'证明','paragraphs':[{'text':'x'}]}", "()" },
  { "{'id':'t','type':'ZM01','title':'证明','paragraphs':[]}", "(/paragraphs)" },
  { "{'id':'t','type':'ZM01','title':'证明','paper':'A5','paragraphs':[{'text':'x'}]}", "(/paper)" },
  { "{'id':'t','type':'ZM01','title':'证明','valid_months':-1,'paragraphs':[{'text':'x'}]}",
    "(/valid_months)" },
  { TEMPLATE ("{'text':'x'},7"), "(/paragraphs/1)" },
  { TEMPLATE ("{'style':'body'}"), "(/paragraphs/0)" },
  { TEMPLATE ("{'text':'x','style':'huge'}"), "(/paragraphs/0)" },
  { TEMPLATE ("{'text':'{applicant.name'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'applicant.name}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{applicant..name}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{aplicant.name}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{applicant.name|upper}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{today|date:long}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{today|default}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'{@index}'}"), "(/paragraphs/0/text)" },
  { TEMPLATE ("{'text':'x','when':{'no-such-operator':[1]}}"), "(/paragraphs/0/when)" },
  { TABLE ("{'rows':'form.tenants','columns':[]}"), "(/paragraphs/0/table)" },
  { TABLE ("{'rows':'tenants','columns':[{'title':'a','value':'{x}','width':1}]}"),
    "(/paragraphs/0/table/rows)" },
  { TABLE ("{'rows':'form.t','columns':[{'title':'a','value':'{x}'}]}"),
    "(/paragraphs/0/table/columns/0)" },
  { TABLE ("{'rows':'form.t','columns':[{'title':'a','value':'{x|y}','width':1}]}"),
    "(/paragraphs/0/table/columns/0/value)" },
  { TABLE ("{'rows':'form.t','columns':[{'title':'a','value':'{x}','width':1,'align':'up'}]}"),
    "(/paragraphs/0/table/columns/0)" },
  { TABLE ("{'rows':'form.t','columns':[{'title':'a','value':'{x}','width':0.6},"
           "{'title':'b','value':'{y}','width':0.6}]}"),
    "(/paragraphs/0/table)" },
};

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (JsonNode) node = yc_test_sheet_parse (mistakes[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_null (yc_certificate_template_new (node, &error));
      g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TEMPLATE);
      if (!g_str_has_suffix (error->message, mistakes[i].pointer))
        g_error ("%s: “%s” does not end with %s", mistakes[i].text, error->message,
                 mistakes[i].pointer);
    }
}

static void
test_good (void)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();

  g_assert_cmpstr (yc_certificate_template_get_id (template_), ==, "tiered-water");
  g_assert_cmpstr (yc_certificate_template_get_kind (template_), ==, "ZM01");
  g_assert_cmpstr (yc_certificate_template_get_title (template_), ==, "阶梯水费办理证明");
  g_assert_cmpuint (yc_certificate_template_get_valid_months (template_), ==, 12);
}

static void
test_paths (void)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();
  g_auto (GStrv) paths = yc_certificate_template_list_paths (template_);
  g_autofree char *joined = g_strjoinv (" ", paths);

  g_assert_cmpstr (joined, ==,
                   "applicant.id_number applicant.name form.address form.residents "
                   "form.tenants[].id_number form.tenants[].moved_in form.tenants[].name");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/template/mistakes", test_mistakes);
  g_test_add_func ("/certificate/template/good", test_good);
  g_test_add_func ("/certificate/template/paths", test_paths);

  return g_test_run ();
}
