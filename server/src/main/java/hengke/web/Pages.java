package hengke.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the built interface: its files, which never change under one name, and its one page under every address. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new OnePage());
    }

    /** Answers an address that is no file, no call and has no extension with the one page, which then shows it; forms and papers for strangers have their own. */
    static final class OnePage extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            if (file != null
                    || path.startsWith("api/")
                    || path.substring(path.lastIndexOf('/') + 1).contains(".")) {
                return file;
            }
            return super.getResource(pageOf(path), location);
        }

        private static String pageOf(String path) {
            if (path.startsWith("f/")) {
                return "form.html";
            }
            boolean paper = path.startsWith("p/")
                    || path.startsWith("s/")
                    || path.equals("verify")
                    || path.startsWith("verify/");
            return paper ? "paper.html" : "index.html";
        }
    }
}
