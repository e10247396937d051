/** People, departments and roles over HTTP. */
package hengke.web.organisation;
